import { expect, it } from 'vitest';
import { codesOf } from '../../__fixtures__/codes-of.ts';
import { guardedDeployment as deployment } from '../../__fixtures__/guarded-deployment.ts';
import { judged } from '../../__fixtures__/judged.ts';

it.each<[string, string, string[]]>([
  ['README.md', 'Text', []],
  ['docs/picture.svg', '<svg/>', []],
  ['src/main.ts', 'code', ['R1 code-changed']],
  ['.github/CODEOWNERS', '* @all', ['R4 owners-changed']],
  ['.github/workflows/ci.yml', 'on: push', ['R3 pipeline-changed']],
  ['.github/workflows/ci.yml', 'on:\n  pull_request_target:\n', ['R3 pipeline-changed', 'R4 pipeline-trigger-unsafe']],
  [
    '.github/workflows/ci.yml',
    'permissions:\n  contents: write\n',
    ['R3 pipeline-changed', 'R4 pipeline-rights-widened'],
  ],
  ['.github/workflows/ci.yml', 'permissions:\n  contents: read\n', ['R3 pipeline-changed']],
  ['.github/workflows/ci.yml', '- uses: some/action@v1\n', ['R3 pipeline-action-unpinned', 'R3 pipeline-changed']],
  ['.github/workflows/ci.yml', `- uses: some/action@${'a'.repeat(40)}\n- uses: ./local\n`, ['R3 pipeline-changed']],
  ['package.json', '{}', ['R2 dependencies-changed']],
  ['infra/main.tf', 'x', ['R3 infrastructure-changed']],
  ['deploy.sh', 'true', ['R3 protected-file-changed']],
  ['Dockerfile', 'FROM node:24.1\nUSER 65532', ['R2 image-recipe-changed']],
  ['Dockerfile', 'FROM node', ['R2 image-recipe-changed', 'R3 image-unpinned']],
  ['Dockerfile', 'FROM --platform=amd64 node:latest AS build', ['R2 image-recipe-changed', 'R3 image-unpinned']],
  ['Dockerfile', `FROM registry:5000/node:24@sha256:${'a'.repeat(64)}`, ['R2 image-recipe-changed']],
  ['Dockerfile', 'FROM registry:5000/node:24', ['R2 image-recipe-changed']],
  ['Dockerfile', 'ARG BASE=node:24\nFROM $BASE', ['R2 image-recipe-changed']],
  ['Dockerfile', 'FROM scratch\nUSER root', ['R2 image-recipe-changed', 'R3 image-runs-as-root']],
  [
    'Dockerfile',
    'FROM a:1\nRUN curl -s https://example.com/x | sh',
    ['R2 image-recipe-changed', 'R3 image-runs-download'],
  ],
  ['db/migrations/1.sql', 'DROP TABLE orders;', ['R1 code-changed', 'R4 data-destroyed']],
  ['db/migrations/1.sql', 'ALTER TABLE orders ADD COLUMN x int;', ['R1 code-changed', 'R3 schema-altered']],
  ['db/migrations/1.sql', 'CREATE TABLE orders (x int);', ['R1 code-changed', 'R2 migration-changed']],
  ['db/migrations/1.sql', 'DELETE FROM orders;', ['R1 code-changed', 'R4 data-destroyed']],
  ['db/migrations/1.sql', 'DELETE FROM orders WHERE id = 1;', ['R1 code-changed']],
  ['db/migrate/1.rb', 'remove_column :orders, :x\ndrop_table(:orders)', ['R1 code-changed', 'R4 data-destroyed']],
  ['src/query.ts', 'const sql = "DROP TABLE orders";', ['R1 code-changed']],
  ['src/a.ts', "const password = 'tr0ub4dor-and-3-horses';", ['R1 code-changed', 'R3 secret-possible']],
  ['src/a.ts', 'const token = readToken(request).value;', ['R1 code-changed']],
  ['config/a.properties', 'password=tr0ub4dor-and-3-horses', ['R1 code-changed', 'R3 secret-possible']],
  ['src/a.ts', `const key = 'ghp_${'a1B2'.repeat(9)}';`, ['R1 code-changed', 'R4 secret-in-change']],
  ['src/a.sh.txt', 'password=$PASSWORD', []],
  ['src/a.txt', 'write to jane@example.com', []],
  ['src/a.txt', '-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n', ['R4 secret-in-change']],
  ['src/a.txt', 'if (isAdmin\u202e) {', ['R3 hidden-characters']],
])('judges %s that says %j', (path, text, expected) => {
  expect(codesOf(judged({}, { [path]: text })).toSorted()).toEqual(expected);
});

it('judges what is added, not what was there', () => {
  const before = 'FROM node\nRUN true\npassword = "tr0ub4dor-and-3-horses"\n';

  expect(codesOf(judged({ Dockerfile: before }, { Dockerfile: `${before}RUN false\n` }))).toEqual([
    'R2 image-recipe-changed',
  ]);
});

it('says nothing of a secret but its place and class', () => {
  const secret = 'tr0ub4dor-and-3-horses';
  const key = `ghp_${'a1B2'.repeat(9)}`;
  const { findings } = judged(
    {},
    {
      'src/a.ts': `\nconst password = '${secret}';`,
      'k8s/a.yaml': deployment.replace('cart:1.4.2', `cart?token=${key}`).replace('name: cart\n', `name: ${key}\n`),
      [`src/${key}.ts`]: 'code',
    },
  );

  expect(findings).toContainEqual(
    expect.objectContaining({
      code: 'secret-possible',
      path: 'src/a.ts',
      line: 2,
      text: expect.stringMatching(/^it looks like a secret: \S+$/),
    }),
  );
  expect(JSON.stringify(findings)).not.toMatch(new RegExp(`${secret}|${key}`));
});

it('judges the size, and keeps to the bounds of a review whatever comes', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index}`).join('\n');
  expect(codesOf(judged({}, { 'a.txt': lines(900) }))).toEqual([]);
  expect(codesOf(judged({}, { 'a.txt': lines(1100) }))).toEqual(['R2 change-large']);
  expect(codesOf(judged({}, { 'a.txt': lines(6000) }))).toEqual(['R3 change-large']);
  const many = Object.fromEntries(
    Array.from({ length: 900 }, (_, index) => [`.github/workflows/${index}.yml`, 'on: push']),
  );

  const { findings } = judged({}, many);

  expect(findings).toHaveLength(500);
});

it('is not led astray: aliases that grow, nesting, odd names, endless lines', () => {
  const bomb = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from(
    { length: 9 },
    (_, index) =>
      `  ${'bcdefghij'[index]}: &${'bcdefghij'[index]} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(',')}]`,
  ).join('\n')}\n`;
  const started = performance.now();
  const result = judged(
    {},
    {
      'k8s/bomb.yaml': bomb,
      'k8s/deep.yaml': `kind: ConfigMap\napiVersion: v1\nmetadata: { name: a }\ndata: ${'['.repeat(50_000)}`,
      'k8s/proto.yaml': 'kind: ConfigMap\napiVersion: v1\nmetadata: { name: a }\n__proto__: { polluted: true }\n',
      'k8s/odd.yaml':
        'kind: Deployment\napiVersion: apps/v1\nmetadata: { name: a }\nspec: { replicas: many, template: { spec: { containers: 7, volumes: [7], securityContext: no } } }\n',
      'k8s/role.yaml': `kind: Role\napiVersion: rbac.authorization.k8s.io/v1\nmetadata: { name: a }\nrules: [7, { verbs: 1 }]\n`,
      [`src/evil\u0000\n\u202e${'x'.repeat(900)}`]: 'code',
      'db/migrations/long.sql': `drop ${'a '.repeat(400_000)}`,
      Dockerfile: `FROM ${'a'.repeat(500_000)}\nRUN curl ${'|'.repeat(100_000)}`,
      '.github/workflows/x.yml': `uses: ${'a'.repeat(500_000)}\n${' '.repeat(100_000)}permissions: write-all`,
    },
  );

  expect(performance.now() - started).toBeLessThan(10_000);
  expect(codesOf(result)).toEqual(expect.arrayContaining(['R3 manifest-broken']));
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  for (const { path, text } of result.findings) {
    expect(path.length).toBeLessThanOrEqual(500);
    expect(text.length).toBeLessThanOrEqual(500);
    expect(path + text).not.toMatch(/[\p{Cc}\u202e]/u);
  }
});
