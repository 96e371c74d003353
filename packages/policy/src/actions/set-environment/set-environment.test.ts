import { expect, test } from 'vitest';
import { deployment } from '../../__fixtures__/objects.ts';
import { perform } from '../../__fixtures__/perform.ts';
import { readPath } from '../../object/read-path.ts';
import { action } from './index.ts';

const variables = (object: unknown) => readPath(object, 'spec', 'template', 'spec', 'containers', 0, 'env');

test.each([
  ['a new one', { container: 'web', name: 'REGION', value: 'eu' }, { name: 'REGION', value: 'eu' }],
  [
    'one with a literal',
    { container: 'web', name: 'LOG_LEVEL', value: 'debug' },
    { name: 'LOG_LEVEL', value: 'debug' },
  ],
  ['one that came from a ConfigMap', { container: 'web', name: 'HOST', value: 'db' }, { name: 'HOST', value: 'db' }],
])('sets %s and can be taken back', (_name, input, expected) => {
  const { after, undone } = perform(action, deployment, input);

  expect(variables(after)).toContainEqual(expected);
  expect(undone).toEqual(deployment);
});

test('removes a variable', () => {
  const { after } = perform(action, deployment, { container: 'web', name: 'LOG_LEVEL', value: null });

  expect(variables(after)).toMatchObject([{ name: 'HOST' }, { name: 'DB' }]);
});

test('a container without variables gets its first', () => {
  const { after } = perform(action, deployment, { container: 'proxy', name: 'REGION', value: 'eu' });

  expect(after.spec.template.spec.containers[1].env).toEqual([{ name: 'REGION', value: 'eu' }]);
});

test.each([
  'DB_PASSWORD',
  'API_TOKEN',
  'CLIENT_SECRET',
  'AWS_ACCESS_KEY_ID',
  'LD_PRELOAD',
  'NODE_OPTIONS',
  'PATH',
  'https_proxy',
  'JAVA_TOOL_OPTIONS',
  'SSL_CERT_FILE',
])('the variable %s is refused', (name) => {
  expect(action.arguments.safeParse({ container: 'web', name, value: 'x' }).success).toBe(false);
});
