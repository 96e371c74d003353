import { expect, test } from 'vitest';
import { applyPatch } from '../__fixtures__/apply-patch.ts';
import { deployment } from '../__fixtures__/objects.ts';
import type { PatchOperation } from '../action-definition.ts';
import { applyOperations } from './apply-operations.ts';

const base = '/spec/template/spec/containers/0/env';

test.each<[string, readonly PatchOperation[]]>([
  [
    'a replaced value',
    [
      { op: 'test', path: '/spec/replicas', value: 2 },
      { op: 'replace', path: '/spec/replicas', value: 3 },
    ],
  ],
  ['an element at the end', [{ op: 'add', path: `${base}/-`, value: { name: 'A' } }]],
  ['an element at a place', [{ op: 'add', path: `${base}/1`, value: { name: 'A' } }]],
  ['an element that goes', [{ op: 'remove', path: `${base}/0` }]],
  ['a key with a slash', [{ op: 'add', path: '/metadata/annotations/a~1b~0c', value: 'x' }]],
])('%s comes out as another reader of JSON Patch has it', (_name, operations) => {
  expect(applyOperations(deployment, operations)).toEqual(applyPatch(deployment, operations));
});

test.each<[string, PatchOperation]>([
  ['a test that fails', { op: 'test', path: '/spec/replicas', value: 9 }],
  ['a member that is not there', { op: 'replace', path: '/spec/paused', value: true }],
  ['a parent that is not there', { op: 'add', path: '/spec/nothing/there', value: true }],
])('%s stops it', (_name, operation) => {
  expect(() => applyOperations(deployment, [operation])).toThrow(expect.objectContaining({ code: 'TARGET_CHANGED' }));
});
