import { expect, it } from 'vitest';
import { splitWords } from './split-words.ts';

it('takes joined names apart and leaves other words out', () => {
  const words = splitWords(
    'KubePodCrashLooping: pods were OOMKilled, see http2Proxy and KubePodCrashLooping, API, pod',
  );

  expect(words.split('\n')).toEqual(['Kube Pod Crash Looping', 'OOM Killed', 'http2 Proxy']);
});

it('is done with a long digest at once', () => {
  const started = performance.now();

  const words = splitWords(`${'a0'.repeat(200_000)} ${'A'.repeat(400_000)}`);

  expect(words).toBe('');
  expect(performance.now() - started).toBeLessThan(5000);
});
