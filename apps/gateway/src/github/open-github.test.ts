import { expect, it } from 'vitest';
import { Config } from '../config.ts';
import { createTokenDirectory } from '../control/token-directory.ts';
import { openGitHub } from './open-github.ts';
import { readIdentities } from './read-identities.ts';
import { readRepositories } from './read-repositories.ts';
import { verifySignature } from './verify-signature.ts';

const directory = createTokenDirectory('ada approver token-of-ada-for-tests');

it('reads the repositories that count', () => {
  const found = readRepositories('Octo/Shop shop,billing\n# none\n; octo/free');

  expect([...found]).toEqual([
    ['octo/shop', ['shop', 'billing']],
    ['octo/free', []],
  ]);
});

it.each([
  'shop',
  'octo/shop shop more',
  'octo/shop ,',
  'octo/shop shop,',
  'octo/shop Shop',
  'octo/shop,octo/free',
  'octo/..',
  'octo/shop\nOCTO/shop',
])('refuses the repositories %o', (text) => {
  expect(() => readRepositories(text)).toThrowError(expect.objectContaining({ code: 'CONFIGURATION_INVALID' }));
});

it('reads who is who', () => {
  expect([...readIdentities('Ada-Hub ada', directory)]).toEqual([['ada-hub', { name: 'ada' }]]);
  expect([...readIdentities('ada-hub ada 583231', directory)]).toEqual([['ada-hub', { name: 'ada', id: 583231 }]]);
});

it.each([
  'ada-hub',
  'ada-hub bob',
  'ada-hub ada more',
  'ada-hub ada 0',
  'ada-hub ada 1 2',
  'a@b ada',
  'ada-hub ada;ADA-HUB ada',
])('refuses the identities %o', (text) => {
  expect(() => readIdentities(text, directory)).toThrowError(
    expect.objectContaining({ code: 'CONFIGURATION_INVALID' }),
  );
});

it('sends a token in clear to nobody', () => {
  const open = (githubApi: string, githubToken?: string) =>
    openGitHub(Config.parse({ tokens: '', hookTokens: 'token-of-the-hooks', githubApi, githubToken }), directory);

  expect(() => open('http://github.example', 'read-only')).toThrowError(
    expect.objectContaining({ code: 'CONFIGURATION_INVALID' }),
  );
  expect(open('http://github.example').label).toBe('auto-ops');
  expect(open('https://github.example/api/v3', 'read-only').secrets).toEqual([]);
});

it('knows the example that GitHub gives', () => {
  const signature = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';

  expect(verifySignature(["It's a Secret to Everybody"], 'Hello, World!', signature)).toBe(true);
  expect(verifySignature(['other', "It's a Secret to Everybody"], 'Hello, World!', signature)).toBe(true);
  expect(verifySignature(['other'], 'Hello, World!', signature)).toBe(false);
  expect(verifySignature([], 'Hello, World!', signature)).toBe(false);
  expect(verifySignature(["It's a Secret to Everybody"], 'Hello, World!', undefined)).toBe(false);
  expect(verifySignature(["It's a Secret to Everybody"], 'Hello, World!', signature.toUpperCase())).toBe(false);
});
