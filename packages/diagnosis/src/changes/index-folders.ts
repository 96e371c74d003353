import { itemKey } from '../subjects/item-key.ts';
import type { View } from '../view.ts';

const kinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob'];

/** Finds the workloads whose name is a folder of one of the files: where no deploy says what a commit belongs to. */
export function indexFolders(view: View): (files: readonly string[]) => readonly string[] {
  const byName = new Map<string, string[]>();
  for (const item of kinds.flatMap((kind) => view.objects(kind))) {
    const { name } = item.object.metadata;
    byName.set(name, [...(byName.get(name) ?? []), itemKey(item)]);
  }
  return (files) => {
    const folders = new Set(files.flatMap((file) => file.toLowerCase().split('/').slice(0, -1)));
    return [...folders].flatMap((folder) => byName.get(folder) ?? []).sort();
  };
}
