import { expect, test } from 'vitest';
import { ingress } from '../../__fixtures__/objects.ts';
import { perform } from '../../__fixtures__/perform.ts';
import { action } from './index.ts';

test('sends one path to another Service and can be taken back', () => {
  const { after, undone } = perform(action, ingress, {
    host: 'shop.example',
    path: '/',
    service: 'cart',
    port: 'http',
  });

  expect(after.spec.rules[0].http.paths[0].backend).toEqual({ service: { name: 'cart', port: { name: 'http' } } });
  expect(undone).toEqual(ingress);
});

test.each([
  { host: 'other.example', path: '/', service: 'cart', port: 80 },
  { host: 'shop.example', path: '/api', service: 'cart', port: 80 },
  { host: null, path: null, service: 'cart', port: 80 },
])('a rule that is not there is refused: %o', (input) => {
  expect(() => perform(action, ingress, input)).toThrow(/has no backend/);
});
