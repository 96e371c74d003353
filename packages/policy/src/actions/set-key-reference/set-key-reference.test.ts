import { expect, test } from 'vitest';
import { deployment, related } from '../../__fixtures__/objects.ts';
import { perform } from '../../__fixtures__/perform.ts';
import { readPath } from '../../object/read-path.ts';
import { action } from './index.ts';

test.each([
  [
    'a variable',
    { where: 'environment', container: 'web', name: 'HOST', source: 'ConfigMap', object: 'settings', key: 'hostname' },
    ['containers', 0, 'env', 1, 'valueFrom', 'configMapKeyRef'],
    { name: 'settings', key: 'hostname' },
  ],
  [
    'envFrom',
    { where: 'environment-from', container: 'web', source: 'ConfigMap', from: 'shared', object: 'shared-v2' },
    ['containers', 0, 'envFrom'],
    [{ configMapRef: { name: 'shared-v2' } }],
  ],
  [
    'a volume',
    { where: 'volume', volume: 'files', source: 'ConfigMap', from: 'settings', object: 'settings-v2' },
    ['volumes', 0, 'configMap', 'name'],
    'settings-v2',
  ],
  [
    'a key of a volume',
    { where: 'volume-item', volume: 'files', from: 'a.conf', key: 'b.conf' },
    ['volumes', 0, 'configMap', 'items'],
    [{ key: 'b.conf', path: 'a.conf' }],
  ],
  [
    'a Secret of an earlier revision',
    { where: 'volume', volume: 'keys', source: 'Secret', from: 'database', object: 'database-old' },
    ['volumes', 1, 'secret', 'secretName'],
    'database-old',
  ],
])('corrects %s and can be taken back', (_name, input, path, expected) => {
  const { after, undone } = perform(action, deployment, input, related);

  expect(readPath(after, 'spec', 'template', 'spec', ...path)).toEqual(expected);
  expect(undone).toEqual(deployment);
});

test.each([
  [
    'a Secret it never used',
    { where: 'environment', container: 'web', name: 'DB', source: 'Secret', object: 'admin', key: 'url' },
  ],
  [
    'a volume that mounts something else',
    { where: 'volume', volume: 'files', source: 'ConfigMap', from: 'other', object: 'settings' },
  ],
  ['a key that is not mounted', { where: 'volume-item', volume: 'files', from: 'z.conf', key: 'b.conf' }],
  [
    'an envFrom that is not there',
    { where: 'environment-from', container: 'proxy', source: 'ConfigMap', from: 'shared', object: 'x' },
  ],
])('refuses %s', (_name, input) => {
  expect(() => perform(action, deployment, input, related)).toThrow(
    expect.objectContaining({ code: 'TARGET_CHANGED' }),
  );
});
