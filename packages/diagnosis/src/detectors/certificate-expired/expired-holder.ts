import type { Subject } from '@auto-ops/contracts';
import { textField } from '../../fields/text-field.ts';
import { resolveHost } from '../../kubernetes/calls/resolve-host.ts';
import { listAt } from '../../kubernetes/fields/list-at.ts';
import { textsAt } from '../../kubernetes/fields/texts-at.ts';
import { serviceSelector } from '../../kubernetes/services/service-selector.ts';
import { workloadsMatching } from '../../kubernetes/workloads/workloads-matching.ts';
import { subjectOf } from '../../subjects/subject-of.ts';
import type { ObjectItem, View } from '../../view.ts';
import type { ExpiryReport } from './expiry-reports.ts';

/** Who holds the certificate that is over. */
export interface ExpiredHolder {
  readonly subject: Subject;
  readonly workload?: ObjectItem | undefined;
  readonly secrets: readonly string[];
  readonly evidence: readonly string[];
}

/** The server behind the host, not the client that met it: a workload, a Service, an Ingress or a Component. */
export function expiredHolder(view: View, { host, namespace, caller }: ExpiryReport): ExpiredHolder | undefined {
  if (host === undefined) return caller === undefined ? undefined : { subject: caller, secrets: [], evidence: [] };
  const meaning = resolveHost(view, namespace, host);
  if (meaning.kind === 'service') {
    const { service } = meaning;
    const [workload] = workloadsMatching(view, service.object.metadata.namespace, serviceSelector(service));
    return {
      subject: subjectOf((workload ?? service).object),
      workload,
      secrets: [],
      evidence: [service.id, ...(workload === undefined ? [] : [workload.id])],
    };
  }
  for (const ingress of view.objects('Ingress')) {
    const entry = listAt(ingress.object, 'spec', 'tls').find((candidate) =>
      textsAt(candidate, 'hosts').some((name) => covers(name, host)),
    );
    if (entry === undefined) continue;
    const secret = textField(entry, 'secretName');
    return {
      subject: subjectOf(ingress.object),
      secrets: secret === undefined ? [] : [secret],
      evidence: [ingress.id],
    };
  }
  // Outside a cluster a service is known by its name: the first label of `payments.svc`, the whole of a public name.
  const isInternal = !host.includes('.') || /\.svc(\.|$)|\.local$|\.internal$/.test(host);
  return {
    subject: { kind: 'Component', name: isInternal ? (host.split('.')[0] ?? host) : host },
    secrets: [],
    evidence: [],
  };
}

function covers(name: string, host: string): boolean {
  return name === host || (name.startsWith('*.') && host.slice(host.indexOf('.') + 1) === name.slice(2));
}
