import type { AccessRequest } from '../../kubernetes/access/allows.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { containerLogs } from '../../kubernetes/pods/container-logs.ts';
import { livePods } from '../../kubernetes/pods/live-pods.ts';
import type { View } from '../../view.ts';

/** A request that the API server refused to a ServiceAccount. */
export interface Denial {
  readonly account: { readonly namespace: string; readonly name: string };
  readonly request: AccessRequest;
  readonly workloads: string[];
  readonly evidence: string[];
  readonly since: (string | undefined)[];
}

const pattern =
  /User \\*"system:serviceaccount:([a-z0-9.-]+):([a-z0-9.-]+)\\*" cannot (\w+) resource \\*"([^"\\]+)\\*"(?: in API group \\*"([^"\\]*)\\*")?(?: (?:in the namespace \\*"([^"\\]+)\\*"|at the cluster scope))?/;
const named = /\b\S+ \\*"([^"\\]+)\\*" is forbidden/;

/** Every refusal in logs and events, one entry an account and request. */
export function denials(view: View): readonly Denial[] {
  const found = new Map<string, Denial>();
  const add = (text: string, id: string, at: string | undefined, workload: string | undefined) => {
    const match = pattern.exec(text);
    if (match === null) return;
    const [, namespace = '', name = '', verb = '', resource = '', group = '', target] = match;
    const key = match[0];
    const denial = found.get(key) ?? {
      account: { namespace, name },
      request: { verb, resource, group, namespace: target, name: named.exec(text)?.[1] },
      workloads: [],
      evidence: [],
      since: [],
    };
    found.set(key, denial);
    denial.since.push(at);
    if (denial.evidence.length < 4) denial.evidence.push(id);
    if (workload !== undefined && !denial.workloads.includes(workload)) denial.workloads.push(workload);
  };
  for (const pod of livePods(view)) {
    for (const container of pod.containers) {
      for (const { text, id, at } of containerLogs(view, pod, container)) add(text, id, at, subjectText(pod.subject));
    }
  }
  for (const { message, id, first } of view.eventsOf('FailedCreate', 'FailedSync', 'Failed', 'ReconcileError'))
    add(message, id, first, undefined);
  return [...found.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, denial]) => denial);
}
