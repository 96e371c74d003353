import { expect, test } from 'vitest';
import { deployment, related } from '../../__fixtures__/objects.ts';
import { perform } from '../../__fixtures__/perform.ts';
import { action } from './index.ts';

test('restores the image of an earlier revision of one container alone', () => {
  const { after, undone } = perform(
    action,
    deployment,
    { container: 'web', image: 'registry.example/cart:1' },
    related,
  );

  expect(after.spec.template.spec.containers.map((container: { image: string }) => container.image)).toEqual([
    'registry.example/cart:1',
    'registry.example/proxy:1',
  ]);
  expect(undone).toEqual(deployment);
});

test.each([
  ['an image no revision ran', { container: 'web', image: 'evil.example/cart:1' }],
  ['an image of another container', { container: 'proxy', image: 'registry.example/cart:1' }],
  ['a container that is not there', { container: 'cart', image: 'registry.example/cart:1' }],
])('%s is refused', (_name, input) => {
  expect(() => perform(action, deployment, input, related)).toThrow(
    expect.objectContaining({ code: 'TARGET_CHANGED' }),
  );
});
