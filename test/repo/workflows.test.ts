import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@auto-ops/testing';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

type Step = { uses?: string; run?: string; with?: Record<string, unknown>; env?: Record<string, string> };
type Job = { permissions?: Record<string, string>; 'timeout-minutes'?: number; steps: Step[] };
type Workflow = {
  on: Record<string, { tags?: string[] }>;
  permissions: Record<string, string>;
  concurrency: { group: string; 'cancel-in-progress': boolean };
  jobs: Record<string, Job>;
};

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, '.github', 'workflows');
const workflows = readdirSync(folder).map(
  (name) => [name, parse(readFileSync(join(folder, name), 'utf8')) as Workflow] as const,
);
const release = workflows.find(([name]) => name === 'release.yml')?.[1] as Workflow;
const apps = readdirSync(join(root, 'apps')).filter((app) =>
  readdirSync(join(root, 'apps', app)).includes('Dockerfile'),
);
const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe.each(workflows)('%s', (name, workflow) => {
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it("takes actions by their commit, with the version beside it, and GitHub's own only", () => {
    const text = readFileSync(join(folder, name), 'utf8');
    const lines = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));

    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => !/uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it('leaves no credentials in the checkout and puts nothing of an event into a script', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));

    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([]);
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  it('bounds every job, and what runs at once', () => {
    expect(jobs.filter((job) => !(Number(job['timeout-minutes']) > 0))).toEqual([]);
    expect(workflow.concurrency.group).toBeTruthy();
  });

  it('may read by default, or nothing', () => {
    expect([{}, { contents: 'read' }]).toContainEqual(workflow.permissions);
  });
});

describe('the release', () => {
  it('is made of a version tag and of nothing else, one at a time', () => {
    expect(release.on).toEqual({ push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } });
    expect(release.concurrency['cancel-in-progress']).toBe(false);
  });

  it('gives each job what it needs and no more', () => {
    expect(Object.fromEntries(Object.entries(release.jobs).map(([name, job]) => [name, job.permissions]))).toEqual({
      'check-and-test': { contents: 'read' },
      images: { contents: 'read', packages: 'write', 'id-token': 'write' },
      release: { contents: 'write', 'id-token': 'write' },
    });
  });

  it('hands its token to the two steps that need one, and no other secret exists', () => {
    const given = Object.values(release.jobs).flatMap(({ steps }) =>
      steps.flatMap(({ run, env = {} }) =>
        Object.entries(env)
          .filter(([, value]) => value.includes('secrets.'))
          .map(([name, value]) => `${name} ${value.replace(/[${} ]/g, '')} ${run?.split('\n')[0]?.slice(0, 20)}`),
      ),
    );

    expect(given).toEqual([
      'TOKEN secrets.GITHUB_TOKEN printf \'%s\' "$TOKEN"',
      'GH_TOKEN secrets.GITHUB_TOKEN .ci/release-publish',
    ]);
  });
});

/** Runs a script of `.ci` beside programs that write down what they were asked; gives those lines and what the script put out. */
function rehearse(script: string, environment: Record<string, string>, programs: Record<string, string>) {
  const place = temporaryFolder();
  mkdirSync(join(place, 'bin'));
  writeFileSync(join(place, 'asked'), '');
  writeFileSync(join(place, 'output'), '');
  for (const [name, answer] of Object.entries(programs)) {
    const file = join(place, 'bin', name);
    writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "${name} $*" >> "${place}/asked"\n${answer}\n`);
    chmodSync(file, 0o755);
  }
  const node = join(process.execPath, '..');
  execFileSync(join(root, '.ci', script), {
    env: {
      ...environment,
      PATH: `${join(place, 'bin')}:${node}:/usr/local/bin:/usr/bin:/bin`,
      GITHUB_OUTPUT: join(place, 'output'),
      REGISTRY: 'ghcr.io',
      OWNER: 'Some-Owner',
      TAG: 'v0.1.0',
      KEEP: place,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
  });
  const lines = (name: string) => readFileSync(join(place, name), 'utf8').trimEnd().split('\n');
  return { place, asked: lines('asked'), output: lines('output') };
}

/** `go env GOPATH` leads to the recorded cosign. */
const go = 'mkdir -p "$KEEP/bin/bin"; ln -sf ../cosign "$KEEP/bin/bin/cosign"; echo "$KEEP/bin"';

describe('the scripts of the release', () => {
  it('build every image for two architectures, with SBOM and provenance, and sign its digest', () => {
    const buildx = `while [ "$1" != --metadata-file ]; do shift; done; echo '{"containerimage.digest":"${digest}"}' > "$2"`;
    const environment = { REPOSITORY: 'https://github.com/some-owner/auto-ops', REVISION: 'abc' };

    const { asked, output } = rehearse('release-images', environment, { docker: buildx, cosign: '', go });

    const builds = asked.filter((line) => line.startsWith('docker buildx build'));
    const signatures = asked.filter((line) => line.startsWith('cosign sign'));
    expect(builds).toHaveLength(apps.length);
    expect(
      builds.filter((line) => !/linux\/amd64,linux\/arm64 --sbom=true --provenance=mode=max .* --push \.$/.test(line)),
    ).toEqual([]);
    expect(signatures).toEqual(
      apps.map((app) => `cosign sign --yes --recursive ghcr.io/some-owner/auto-ops/${app}@${digest}`),
    );
    expect(output).toEqual(['digests<<END', ...apps.map((app) => `${app} ${digest}`), 'END']);
  });

  it('package the chart with the registry in it, and sign its digest', () => {
    const helm = `case "$1" in lint) cp -r "$3" "$KEEP/chart";; push) echo "Digest: ${digest}" >&2;; esac`;

    const { place, asked, output } = rehearse('release-chart', {}, { helm, cosign: '', go });

    expect(readFileSync(join(place, 'chart', 'values.yaml'), 'utf8')).toMatch(
      /^imagePrefix: ghcr.io\/some-owner\/auto-ops$/m,
    );
    expect(asked).toContain(`cosign sign --yes ghcr.io/some-owner/charts/auto-ops@${digest}`);
    expect(output).toEqual([`digest=${digest}`]);
  });

  it('publish images by digest, an SBOM, and checksums that are signed', () => {
    const environment = { DIGESTS: apps.map((app) => `${app} ${digest}`).join('\n'), CHART: digest };
    const gh = 'while [ $# -gt 8 ]; do shift; done; for file in "$@"; do cp "$file" "$KEEP/" 2>/dev/null; done; true';

    const { place, asked } = rehearse('release-publish', environment, { gh, cosign: '', go, npm: 'echo "{}"' });

    const overlay = parse(readFileSync(join(place, 'kustomization.yaml'), 'utf8')) as { images: object[] };
    const sums = readFileSync(join(place, 'checksums.txt'), 'utf8').trimEnd().split('\n');
    expect(overlay.images).toEqual(
      apps.map((app) => ({ name: `auto-ops/${app}`, newName: `ghcr.io/some-owner/auto-ops/${app}`, digest })),
    );
    expect(sums.map((line) => line.replace(/^[0-9a-f]{64} {2}/, ''))).toEqual([
      'chart.txt',
      'images.yaml',
      'kustomization.yaml',
      'manifests.yaml',
      'sbom.cdx.json',
    ]);
    expect(asked.find((line) => line.startsWith('gh release create'))).toMatch(
      /^gh release create v0\.1\.0 --verify-tag --generate-notes/,
    );
    expect(asked.some((line) => /^cosign sign-blob --yes --bundle \S+ \S+checksums.txt$/.test(line))).toBe(true);
  });

  it('stop where a digest is none', () => {
    const environment = { DIGESTS: 'gateway latest', CHART: digest };

    expect(() => rehearse('release-publish', environment, { gh: '', cosign: '', go, npm: 'echo "{}"' })).toThrow();
  });
});
