import type { ObjectItem } from '@auto-ops/diagnosis';
import type { Situation } from './situation.ts';

/** The object the cause is about, where the evidence holds it. */
export function subjectItem({ cause, view }: Situation): ObjectItem | undefined {
  return view.object(cause.subject.kind, cause.subject.namespace, cause.subject.name);
}
