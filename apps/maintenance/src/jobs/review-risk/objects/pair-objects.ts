import type { Declared } from './declared.ts';
import type { ObjectChange } from './object-change.ts';

/** Pairs what was declared with what is declared now: first in the same file, then across files, so that a move is no deletion. Equal pairs are left out. */
export function pairObjects(before: readonly Declared[], after: readonly Declared[]): ObjectChange[] {
  const changes: ObjectChange[] = [];
  let gone = [...before];
  let come = [...after];
  for (const key of [(one: Declared) => `${one.path}\n${identityOf(one)}`, identityOf]) {
    const known = Map.groupBy(gone, key);
    come = come.filter((declared) => {
      const match = known.get(key(declared))?.shift();
      if (match !== undefined) changes.push({ before: match, after: declared });
      return match === undefined;
    });
    gone = [...known.values()].flat();
  }
  return [
    ...changes.filter((change) => JSON.stringify(change.before?.object) !== JSON.stringify(change.after?.object)),
    ...gone.map((declared) => ({ before: declared })),
    ...come.map((declared) => ({ after: declared })),
  ];
}

/** Without the version of its group, which may rise. */
function identityOf({ object: { apiVersion, kind, metadata } }: Declared): string {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return JSON.stringify([group, kind, metadata.namespace ?? '', metadata.name]);
}
