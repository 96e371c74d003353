import type { Finding, Subject } from '@auto-ops/contracts';
import { itemKey } from '../subjects/item-key.ts';
import { keyOf } from '../subjects/key-of.ts';
import { kindOf } from '../subjects/kind-of.ts';
import type { View } from '../view.ts';

/** A finding with the keys it is about. */
export interface Reach {
  readonly finding: Finding;
  /** The subject's own key. */
  readonly key: string;
  /** The subject's workload, the subject itself for what has none. */
  readonly workload: string;
  /** Keys of everything that its evidence is about, workloads included, sorted. */
  readonly touches: ReadonlySet<string>;
}

/** What a finding is about: its subject, and what the evidence that it cites is about (a quota's refused Deployment). */
export function reachOf(view: View, finding: Finding): Reach {
  const touches = new Set<string>();
  const take = (subject: Subject): string => {
    const key = keyOf(subject);
    touches.add(key);
    const workload = workloadKey(view, subject) ?? key;
    touches.add(workload);
    return workload;
  };
  const workload = take(finding.subject);
  for (const id of finding.evidence) {
    const about = view.about(id);
    // Everything is on a Node or in a Namespace; having looked at one connects nothing.
    if (about !== undefined && about.kind !== 'Node' && about.kind !== 'Namespace') take(about);
  }
  return { finding, key: keyOf(finding.subject), workload, touches };
}

function workloadKey(view: View, subject: Subject): string | undefined {
  const item = view.object(kindOf(subject.kind, subject.apiVersion), subject.namespace, subject.name);
  return item === undefined ? undefined : itemKey(view.workload(item));
}
