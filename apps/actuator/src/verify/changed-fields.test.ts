import { nodeCryptography } from '@auto-ops/runtime';
import { expect, test } from 'vitest';
import { changedFields } from './changed-fields.ts';

const digest = (text: string) => `sha256:${nodeCryptography.sha256(text)}`;

test.each<[string, unknown, unknown, string[]]>([
  ['defaults that are not declared', { port: 80 }, { port: 80, protocol: 'TCP' }, []],
  ['a declared value that differs', { spec: { replicas: 2 } }, { spec: { replicas: 0 } }, ['spec.replicas']],
  ['a declared field that was not there', { a: { b: 1 } }, {}, ['a']],
  [
    'members by name, in any order',
    [
      { name: 'a', v: 1 },
      { name: 'b', v: 2 },
    ],
    [
      { name: 'b', v: 2 },
      { name: 'a', v: 9 },
    ],
    ['0.v'],
  ],
  ['a member that was taken away', { args: ['x'] }, { args: ['x', 'y'] }, ['args']],
  ['numbers written as text', { cpu: '1' }, { cpu: 1 }, []],
  ['a digest of the same value', { data: { url: 'http://a' } }, { data: { url: digest('http://a') } }, []],
  ['a declared digest of the same value', { data: { url: digest('http://a') } }, { data: { url: 'http://a' } }, []],
  ['a digest of another value', { data: { url: 'http://b' } }, { data: { url: digest('http://a') } }, ['data.url']],
  ['a value that was secret', { value: 'open' }, { value: '[secret:password#1f3a9c02]' }, []],
])('%s', (_, declared, recorded, fields) => {
  expect(changedFields(declared, recorded)).toEqual(fields);
});
