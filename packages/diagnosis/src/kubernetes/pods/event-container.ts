import { textField } from '../../fields/text-field.ts';
import type { EventItem, View } from '../../view.ts';

const cache = new WeakMap<View, ReadonlyMap<string, string>>();

/** The container that an event of a pod is about, from its field path; undefined where it names none. */
export function eventContainer(view: View, event: EventItem): string | undefined {
  let paths = cache.get(view);
  if (paths === undefined) {
    paths = new Map(
      view.objects('Event').flatMap(({ id, object }) => {
        const path = textField(object, 'involvedObject', 'fieldPath') ?? textField(object, 'regarding', 'fieldPath');
        const name = /\{([^}]+)\}/.exec(path ?? '')?.[1];
        return name === undefined ? [] : [[id, name] as const];
      }),
    );
    cache.set(view, paths);
  }
  return paths.get(event.id);
}
