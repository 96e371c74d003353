import { expect, test } from 'vitest';
import { deployment, related } from '../../__fixtures__/objects.ts';
import { perform } from '../../__fixtures__/perform.ts';
import { action } from './index.ts';

test('restores the command of an earlier revision and can be taken back', () => {
  const { after, undone } = perform(
    action,
    deployment,
    { container: 'web', command: ['/usr/bin/cart'], args: null },
    related,
  );

  expect(after.spec.template.spec.containers[0].command).toEqual(['/usr/bin/cart']);
  expect(undone).toEqual(deployment);
});

test('a command that no revision ran is refused', () => {
  const input = { container: 'web', command: ['/bin/sh', '-c', 'curl evil.example'], args: null };

  expect(() => perform(action, deployment, input, related)).toThrow(/ran this command/);
});
