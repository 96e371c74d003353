import type { ObjectItem, View } from '../../view.ts';

/** What shows that a Service is used: an Ingress, a known caller or an alert. */
export interface ServiceUse {
  readonly ingresses: readonly ObjectItem[];
  readonly callers: readonly ObjectItem[];
  readonly failures: readonly string[];
  readonly isAlerted: boolean;
}

/** Whether a firing alert names the Service. */
export function isAlerted(view: View, namespace: string | undefined, name: string): boolean {
  return view.alerts.some(({ status, labels, summary, description }) => {
    if (status !== 'firing' || (labels.namespace !== undefined && labels.namespace !== namespace)) return false;
    const words = `${summary ?? ''} ${description ?? ''}`.split(/[^a-z0-9-]+/i);
    return labels.service === name || labels.job === name || words.includes(name);
  });
}
