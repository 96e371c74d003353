import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Check } from '@auto-ops/contracts';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, it } from 'vitest';
import { openWorkspace } from './open-workspace.ts';

const check: Check = {
  schemaVersion: 1,
  incident: 'abc',
  attempt: 1,
  planHash: 'a'.repeat(64),
  result: 'passed',
  exit: 0,
};

it('writes whole documents and reads them back', () => {
  const workspace = openWorkspace(temporaryFolder());

  workspace.write(Check, 'check/1/check.json', check);

  expect(workspace.read(Check, 'check/1/check.json')).toEqual(check);
  expect(readdirSync(workspace.path('check/1'))).toEqual(['check.json']);
});

it('names file and field of an invalid document', () => {
  const workspace = openWorkspace(temporaryFolder());
  workspace.writeText('check/1/check.json', JSON.stringify({ ...check, attempt: 9 }));

  expect(() => workspace.read(Check, 'check/1/check.json')).toThrowError(
    expect.objectContaining({ code: 'DOCUMENT_INVALID', data: { file: 'check/1/check.json', field: 'attempt' } }),
  );
  expect(() => workspace.read(Check, 'check/2/check.json')).toThrowError(
    expect.objectContaining({ code: 'DOCUMENT_MISSING' }),
  );
});

it('refuses links and paths that leave the folder', () => {
  const root = temporaryFolder();
  const outside = temporaryFolder();
  mkdirSync(join(root, 'fix'));
  writeFileSync(join(outside, 'check.json'), JSON.stringify(check));
  symlinkSync(outside, join(root, 'fix', '1'));
  const workspace = openWorkspace(root);

  expect(() => workspace.read(Check, 'fix/1/check.json')).toThrowError(
    expect.objectContaining({ code: 'WORKSPACE_SYMLINK' }),
  );
  expect(() => workspace.path('../x')).toThrowError(expect.objectContaining({ code: 'WORKSPACE_SYMLINK' }));
});

it('refuses a document above the size cap', () => {
  const workspace = openWorkspace(temporaryFolder());
  workspace.writeText('route/route.json', 'x'.repeat(100));

  expect(() => workspace.readText('route/route.json', 99)).toThrowError(
    expect.objectContaining({ code: 'DOCUMENT_TOO_LARGE' }),
  );
});
