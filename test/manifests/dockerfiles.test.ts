import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { podsOf } from './pods-of.ts';
import { readManifests } from './read-manifests.ts';
import { root } from './template.ts';

const apps = readdirSync(join(root, 'apps')).filter((app) => existsSync(join(root, 'apps', app, 'Dockerfile')));
const used = new Set(
  podsOf(readManifests('argo', 'k8s')).map(({ container }) => /^auto-ops\/([a-z]+):/.exec(container.image)?.[1]),
);

it('every image that a manifest names can be built', () => {
  expect(apps).toEqual([...used].sort());
});

describe.each(apps)('the image of %s', (app) => {
  const lines = readFileSync(join(root, 'apps', app, 'Dockerfile'), 'utf8').split('\n');
  const starting = (word: string) => lines.filter((line) => line.startsWith(word));

  it('starts from a Node.js 24 of a named version, in one stage', () => {
    expect(starting('ARG')).toEqual([expect.stringMatching(/^ARG NODE_IMAGE=\S*(node:24-\S+|nodejs24-\S+:nonroot)$/)]);
    expect(starting('FROM')).toEqual([expect.stringMatching(/^FROM \$\{NODE_IMAGE\}$/)]);
  });

  it('holds the bundle of the app and runs it as a user without rights', () => {
    expect(starting('COPY')).toEqual([`COPY dist/${app}.mjs dist/${app}.mjs.* /app/`]);
    expect(starting('USER')).toEqual(['USER 65532:65532']);
    expect(starting('ENTRYPOINT')).toEqual([`ENTRYPOINT ["node", "/app/${app}.mjs"]`]);
  });

  it('has a shell only where git needs a system around it', () => {
    const usesGit = /Where git/.test(readFileSync(join(root, 'apps', app, 'src', 'config.ts'), 'utf8'));

    expect(starting('RUN').length).toBe(usesGit ? 1 : 0);
  });
});
