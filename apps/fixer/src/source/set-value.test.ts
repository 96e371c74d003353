import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { setValue } from './set-value.ts';
import type { PathStep } from './value-change.ts';

const web: PathStep[] = ['spec', 'containers', { by: 'name', value: 'web' }];

const block = `# The shop's cart.
kind: Deployment   # do not rename
spec:
  nodeSelector:
    disk: fast
  containers:
    - name: proxy
      image: "proxy:1"
    # The program itself.
    - name: web
      image: 'cart:2' # bumped by the pipeline
      env:
        - name: LEVEL
          value: info
        - name: REGION
          value: eu
      ports: [{containerPort: 8080}, { containerPort: 9090 }]
      resources: {requests: {cpu: 100m}, limits: {memory: 96Mi}}
      script: |
        one
        two
  replicas: 2
`;

function read(text: string): unknown {
  return parseAllDocuments(text).map((document) => document.toJSON());
}

test.each<[string, PathStep[], string | number | null, string, string]>([
  ['a quoted scalar', [...web, 'image'], 'cart:1', "image: 'cart:2' # bumped", "image: 'cart:1' # bumped"],
  ['a plain number', ['spec', 'replicas'], 3, 'replicas: 2', 'replicas: 3'],
  ['a scalar in braces', [...web, 'resources', 'limits', 'memory'], '192Mi', 'memory: 96Mi', 'memory: 192Mi'],
  [
    'an element of a list by name',
    [...web, 'env', { by: 'name', value: 'LEVEL' }, 'value'],
    'debug',
    'value: info',
    'value: debug',
  ],
  ['text that would read as a number', ['spec', 'nodeSelector', 'disk'], '1.0', 'disk: fast', 'disk: "1.0"'],
])('replaces %s and nothing else', (_name, path, value, before, after) => {
  expect(setValue(block, 0, path, value)).toBe(block.replace(before, after));
});

test('removes a member, an element, and a block that would be left empty', () => {
  const withoutVariable = setValue(block, 0, [...web, 'env', { by: 'name', value: 'REGION' }], undefined);
  const withoutSelector = setValue(block, 0, ['spec', 'nodeSelector', 'disk'], undefined);

  expect(withoutVariable).toBe(block.replace('        - name: REGION\n          value: eu\n', ''));
  expect(withoutSelector).toBe(block.replace('  nodeSelector:\n    disk: fast\n', ''));
});

test('removes the first member of an element, behind its dash', () => {
  const text = 'list:\n  - a: 1\n    b: 2\n';

  expect(setValue(text, 0, ['list', 0, 'a'], undefined)).toBe('list:\n  - b: 2\n');
});

test('what is not there need not be removed', () => {
  expect(setValue(block, 0, ['spec', 'affinity'], undefined)).toBe(block);
});

test('adds an element of a list and a member with its parents, in the style around them', () => {
  const withVariable = setValue(block, 0, [...web, 'env', { by: 'name', value: 'QUEUE' }], {
    name: 'QUEUE',
    value: 'invoices',
  });
  const withProbe = setValue(block, 0, [...web, 'readinessProbe', 'httpGet'], { path: '/healthz', port: 8080 });
  const withCpu = setValue(block, 0, [...web, 'resources', 'limits', 'cpu'], '1');

  expect(withVariable).toBe(
    block.replace('          value: eu\n', '          value: eu\n        - name: QUEUE\n          value: invoices\n'),
  );
  expect(withProbe).toBe(
    block.replace(
      '        two\n',
      '        two\n      readinessProbe:\n        httpGet:\n          path: /healthz\n          port: 8080\n',
    ),
  );
  expect(read(withCpu)).toMatchObject([
    { spec: { containers: [{}, { resources: { limits: { memory: '96Mi', cpu: '1' } } }] } },
  ]);
  expect(withCpu.split('\n').length).toBe(block.split('\n').length);
});

test('a list in braces loses and gains elements in place', () => {
  const fewer = setValue(block, 0, [...web, 'ports', { by: 'containerPort', value: 9090 }], undefined);

  expect(fewer).toBe(block.replace('[{containerPort: 8080}, { containerPort: 9090 }]', '[{containerPort: 8080}]'));
});

test('replaces a whole block and a text of several lines', () => {
  const command = setValue(block, 0, [...web, 'script'], 'three\nfour\n');
  const list = setValue(block, 0, [...web, 'env'], [{ name: 'ONLY', value: 'x' }]);

  expect(read(command)).toMatchObject([{ spec: { containers: [{}, { script: 'three\nfour\n' }] } }]);
  expect(read(list)).toMatchObject([{ spec: { containers: [{}, { env: [{ name: 'ONLY', value: 'x' }] }] } }]);
});

test('only the named document of a file changes', () => {
  const text = 'a: 1 # one\n---\na: 2\n';

  expect(setValue(text, 1, ['a'], 3)).toBe('a: 1 # one\n---\na: 3\n');
});

test('a value behind an anchor is left alone', () => {
  const text = 'base: &base {cpu: 1}\nused: *base\n';

  expect(() => setValue(text, 0, ['used', 'cpu'], 2)).toThrow(/anchor/);
});
