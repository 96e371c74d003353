import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { podsOf } from '../pods-of.ts';
import type { Rule } from '../rule.ts';
import { root } from '../template.ts';

const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version as string;

/** An image is one of our apps, of this version, and runs the bundle that it holds. */
export const knownImages: Rule = {
  title: 'an image is an app of this version',
  check: (manifests) =>
    podsOf(manifests)
      .filter(({ container: { image, command } }) => {
        const [, app, tag] = /^auto-ops\/([a-z]+):(.+)$/.exec(image) ?? [];
        const isApp = app !== undefined && existsSync(join(root, 'apps', app, 'src', 'main.ts'));
        return !isApp || tag !== version || command?.[1] !== `/app/${app}.mjs`;
      })
      .map(({ place, container }) => `${place}: ${container.image}`),
};
