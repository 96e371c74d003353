import { expect, test } from 'vitest';
import { service } from '../../__fixtures__/objects.ts';
import { perform } from '../../__fixtures__/perform.ts';
import { action } from './index.ts';

test.each([
  [{ port: 80, targetPort: 8080 }, 0],
  [{ port: 80, targetPort: 'http' }, 0],
])('sends a port to %o and can be taken back', (input, index) => {
  const { after, undone } = perform(action, service, input);

  expect(after.spec.ports[index].targetPort).toBe(input.targetPort);
  expect(undone).toEqual(service);
});

test('a port without a target port goes back to its own number', () => {
  expect(action.undo(service, { port: 81, targetPort: 9 }, { objects: [] })?.arguments).toEqual({
    port: 81,
    targetPort: 81,
  });
});

test('a port the Service lacks is refused', () => {
  expect(() => perform(action, service, { port: 443, targetPort: 8443 })).toThrow(/has no port 443/);
});
