import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { AutoOpsError, BundleManifest, Evidence } from '@auto-ops/contracts';
import { temporaryFolder } from '@auto-ops/testing';
import { packTar } from 'modern-tar';
import { expect, test } from 'vitest';
import { packBundle } from './pack-bundle.ts';
import { readBundle } from './read-bundle.ts';
import { unpackBundle } from './unpack-bundle.ts';
import { writeBundle } from './write-bundle.ts';

const manifest: BundleManifest = {
  version: 1,
  name: 'sample',
  capturedAt: '2026-09-22T12:29:58Z',
  window: { from: '2026-09-22T09:30:00Z', to: '2026-09-22T12:29:58Z' },
  alerts: [],
};
const item = (id: string): Evidence => ({
  id,
  kind: 'document',
  source: 'status page',
  observedAt: '2026-09-22T12:29:58Z',
  body: { title: 'Status', text: id },
});

function sampleBundle(files: Record<string, string> = {}): string {
  const folder = join(temporaryFolder(), 'sample');
  writeBundle(folder, manifest, [item('ev-2'), item('ev-1')]);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const problemOf = (path: string) =>
  readBundle(path).then(
    () => undefined,
    (error: AutoOpsError) => error,
  );

test('reads what was written, sorted by id, with runbooks', async () => {
  const folder = sampleBundle({ 'runbooks/net/dns.md': '# DNS\n', 'repository/deploy.yaml': 'kind: Deployment\n' });

  const bundle = await readBundle(folder);

  expect(bundle.evidence.map(({ id }) => id)).toEqual(['ev-1', 'ev-2']);
  expect(bundle).toMatchObject({
    manifest,
    folder,
    hasRepository: true,
    runbooks: [{ id: 'net/dns', text: '# DNS\n' }],
  });
});

test('reads the same out of an archive, and unpacks it', async () => {
  const folder = sampleBundle({ 'runbooks/net/dns.md': '# DNS\n' });
  const archive = join(temporaryFolder(), 'sample.tar.gz');
  await packBundle(folder, archive);
  const target = join(temporaryFolder(), 'unpacked');
  await unpackBundle(archive, target);

  const [fromFolder, fromArchive, unpacked] = await Promise.all([folder, archive, target].map(readBundle));

  expect(fromArchive?.evidence).toEqual(fromFolder?.evidence);
  expect(fromArchive?.runbooks).toEqual(fromFolder?.runbooks);
  expect(fromArchive).not.toHaveProperty('folder');
  expect(unpacked?.evidence).toEqual(fromFolder?.evidence);
});

test('names what is missing or broken', async () => {
  const empty = temporaryFolder();
  const broken = sampleBundle({ 'bundle.json': '{"version":1,"name":"x","window":{}}' });
  const notAnArchive = join(temporaryFolder(), 'x.tar.gz');
  writeFileSync(notAnArchive, 'no gzip');

  const problems = await Promise.all(['/nonexistent/bundle', empty, broken, notAnArchive].map(problemOf));

  expect(problems.map((problem) => problem?.code)).toEqual([
    'BUNDLE_UNREADABLE',
    'BUNDLE_UNREADABLE',
    'BUNDLE_MANIFEST_INVALID',
    'BUNDLE_UNREADABLE',
  ]);
  expect(problems[2]?.data).toEqual({ file: `${broken}/bundle.json`, field: 'capturedAt' });
});

test('takes a manifest that says null, and nothing of alerts, for what it leaves out', async () => {
  const folder = sampleBundle();
  const { alerts: _, ...rest } = manifest;
  writeFileSync(join(folder, 'bundle.json'), JSON.stringify({ ...rest, question: null }));
  const none = await readBundle(folder);
  const alert = { source: 's', name: 'A', status: 'firing', severity: null };
  writeFileSync(join(folder, 'bundle.json'), JSON.stringify({ ...manifest, alerts: [alert] }));
  const one = await readBundle(folder);

  expect(none.manifest).toMatchObject({ alerts: [] });
  expect(none.manifest).not.toHaveProperty('question');
  expect(one.manifest.alerts).toEqual([{ source: 's', name: 'A', status: 'firing', labels: {}, annotations: {} }]);
});

test('refuses a symbolic link in a folder', async () => {
  const folder = sampleBundle();
  mkdirSync(join(folder, 'blobs'));
  symlinkSync('/etc/hostname', join(folder, 'blobs/name'));
  const line = { id: 'ev-3', kind: 'document', source: 's', observedAt: manifest.capturedAt, blob: 'blobs/name' };
  writeFileSync(join(folder, 'evidence.ndjson'), JSON.stringify(line));

  expect((await problemOf(folder))?.message).toContain('blobs/name is not a regular file');
});

test.each([
  ['../outside', 'file', 'leaves the folder'],
  ['/absolute', 'file', 'leaves the folder'],
  ['link', 'symlink', 'is a symlink'],
] as const)('refuses the archive entry %s of type %s', async (name, type, reason) => {
  const archive = join(temporaryFolder(), 'hostile.tar.gz');
  const header = { name, type, size: 0, ...(type === 'symlink' ? { linkname: '/etc/passwd' } : {}) };
  writeFileSync(archive, gzipSync(await packTar([{ header, body: new Uint8Array() }])));

  const problem = await problemOf(archive);

  expect(problem?.code).toBe('BUNDLE_UNREADABLE');
  expect(problem?.message).toContain(reason);
});

test('writing the same evidence in another order gives the same bytes, and an id twice is refused', async () => {
  const [left, right] = [join(temporaryFolder(), 'sample'), join(temporaryFolder(), 'sample')];
  writeBundle(left, manifest, [item('b'), item('a')]);
  writeBundle(right, manifest, [item('a'), item('b')]);
  const archives = [join(temporaryFolder(), 'left.tar.gz'), join(temporaryFolder(), 'right.tar.gz')] as const;

  await packBundle(left, archives[0]);
  await packBundle(right, archives[1]);

  const { readFileSync } = await import('node:fs');
  expect(readFileSync(archives[0]).equals(readFileSync(archives[1]))).toBe(true);
  expect(() => writeBundle(left, manifest, [item('a'), item('a')])).toThrow('not unique');
});
