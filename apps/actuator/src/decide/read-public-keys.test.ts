import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeCryptography } from '@auto-ops/runtime';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, it } from 'vitest';
import { readPublicKeys } from './read-public-keys.ts';

it('reads a key from a file and one from the setting itself', () => {
  const { publicKey } = generateKeyPairSync('ed25519');
  const file = join(temporaryFolder(), 'key.pem');
  const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
  writeFileSync(file, pem);
  const base64 = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

  const keys = readPublicKeys(`old=${file},new=spki:${base64}`);

  expect(Object.keys(keys)).toEqual(['old', 'new']);
  expect(keys.new).toBe(pem);
  expect(nodeCryptography.verifyEd25519(keys.new ?? '', 'text', 'A'.repeat(86))).toBe(false);
});

it.each([[undefined], ['one=/nowhere/key.pem']])('refuses %s', (setting) => {
  expect(() => readPublicKeys(setting)).toThrowError(expect.objectContaining({ code: 'CONFIGURATION_INVALID' }));
});
