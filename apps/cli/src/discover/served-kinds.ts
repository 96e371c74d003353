import type { KubernetesReader, Resource } from '@auto-ops/evidence';
import { z } from 'zod';
import { answerOf } from './answer-of.ts';

const Groups = z.looseObject({
  groups: z.array(z.looseObject({ name: z.string(), versions: z.array(z.looseObject({ version: z.string() })) })),
});
const Kinds = z.looseObject({ resources: z.array(z.looseObject({ name: z.string() })) });

/**
 * Tells in which version the API server has a kind; nothing where it has none. Who may not list a kind is refused whether it is there or
 * not, so a list cannot tell. Where nobody says what is served, it is to be tried.
 */
export async function servedKinds(
  reader: KubernetesReader,
): Promise<(resource: Resource) => Promise<Resource | undefined>> {
  const known = await answerOf(reader, '/apis', Groups);
  const groups = known?.groups.map(({ name, versions }): [string, string[]] => [
    name,
    versions.map(({ version }) => version),
  ]);
  const versionsOf = new Map(groups);
  const asked = new Map<string, Promise<z.infer<typeof Kinds> | undefined>>();

  return async (resource) => {
    if (known === undefined || resource.group === '') return resource;
    const versions = versionsOf.get(resource.group) ?? [];
    const version = versions.includes(resource.version) ? resource.version : versions[0];
    if (version === undefined) return undefined;
    const path = `/apis/${resource.group}/${version}`;
    const answer = asked.get(path) ?? answerOf(reader, path, Kinds);
    asked.set(path, answer);
    const kinds = (await answer)?.resources;
    const isThere = kinds === undefined || kinds.some(({ name }) => name === resource.plural);
    return isThere ? { ...resource, version } : undefined;
  };
}
