import type { Subject } from '@auto-ops/contracts';
import { listAt, textAt, textsAt } from '../../kubernetes/fields.ts';
import { resolveHost } from '../../kubernetes/host-resolution.ts';
import { serviceSelector, workloadsMatching } from '../../kubernetes/services.ts';
import { subjectOf } from '../../kubernetes/subject.ts';
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
      subject: subjectOf(workload ?? service),
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
    const secret = textAt(entry, 'secretName');
    return { subject: subjectOf(ingress), secrets: secret === undefined ? [] : [secret], evidence: [ingress.id] };
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
