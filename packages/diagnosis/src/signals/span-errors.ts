import { componentKey } from '../graph/component-key.ts';
import type { View } from '../view.ts';

/** A span that failed without a failed child: where an error began. */
export interface SpanError {
  readonly id: string;
  readonly key: string;
  readonly text: string;
}

/** The deepest failing spans of every trace. */
export function spanErrors(view: View): readonly SpanError[] {
  return view.evidence('span').flatMap((item) => {
    const entries = item.body?.entries ?? [];
    const failing = entries.filter(({ status }) => status === 'error');
    const parents = new Set(failing.map(({ trace, parent }) => `${trace}\n${parent ?? ''}`));
    return entries.flatMap((entry, index): SpanError[] => {
      if (entry.status !== 'error' || parents.has(`${entry.trace}\n${entry.id}`)) return [];
      const words = Object.values(entry.attributes ?? {}).filter((value) => typeof value === 'string');
      const text = [entry.operation ?? '', ...words].join(' ');
      return [{ id: `${item.id}#${index}`, key: componentKey(view, entry.component), text }];
    });
  });
}
