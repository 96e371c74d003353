import type { Detector } from '../../detector.ts';
import { textField } from '../../fields/text-field.ts';
import { type CallerFailure, callerFailures } from '../../kubernetes/calls/caller-failures.ts';
import { configuredAddresses } from '../../kubernetes/calls/configured-addresses.ts';
import { type HostMeaning, resolveHost } from '../../kubernetes/calls/resolve-host.ts';
import { environmentOf } from '../../kubernetes/configuration/environment-of.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { nearestNames } from '../../kubernetes/names/nearest-names.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { servicePorts } from '../../kubernetes/services/service-ports.ts';
import { previousContainer } from '../../kubernetes/workloads/previous-container.ts';
import type { View } from '../../view.ts';

/** A program calls a host or a port that does not exist. */
export const detector: Detector = {
  code: 'dependency-address-wrong',
  detect(view) {
    const draft = createDetectionDraft('dependency-address-wrong');
    for (const failure of callerFailures(view)) {
      const { pod, container, host, port, lines } = failure;
      const meaning = resolveHost(view, pod.namespace, host);
      const why = failure.hasRecovered ? undefined : wrongness(failure, meaning);
      if (why === undefined) {
        if (meaning.kind === 'service' && failure.kind !== 'lookup-failed')
          draft.excluded(pod.subject, `${host} is Service ${meaning.service.object.metadata.name}.`, [
            meaning.service.id,
          ]);
        continue;
      }
      const variable = configuredAddresses(container.spec).find((address) => address.host === host)?.variable;
      const previous = previousContainer(view, pod.item, container.name);
      const before = variable === undefined ? undefined : environmentOf(previous?.spec).get(variable);
      const now = variable === undefined ? undefined : environmentOf(container.spec).get(variable);
      const [name = host] = host.split('.');
      const ports = meaning.kind === 'service' ? servicePorts(meaning.service) : [];
      draft.found({
        subject: pod.subject,
        part: `${container.name} ${host} ${port ?? ''}`,
        severity: meaning.kind === 'external' || meaning.kind === 'unknown' ? 'warning' : 'critical',
        message: `Container ${container.name} of ${subjectText(pod.subject)} calls ${host}${port === undefined ? '' : `:${port}`}${variable === undefined ? '' : ` (${variable})`}, ${why}.`,
        evidence: [
          ...lines.slice(-2).map(({ id }) => id),
          pod.item.id,
          meaning.kind === 'service' ? meaning.service.id : undefined,
        ],
        since: lines.map(({ at }) => at),
        facts: {
          container: container.name,
          host,
          port,
          variable,
          value: now,
          kind: failure.kind,
          nearest: nearestNames(
            name,
            serviceNames(view, meaning.kind === 'missing' ? meaning.namespace : pod.namespace),
          ),
          elsewhere: view
            .objects('Service')
            .flatMap(({ object }) => (object.metadata.name === name ? `${name}.${object.metadata.namespace}` : [])),
          servicePorts: ports.map((entry) => `${entry.port}`),
          previousValue: before === now ? undefined : before,
          previousRevision: previous?.revision,
        },
      });
    }
    return draft.result();
  },
};

/** What is wrong with the address, as the end of a sentence; undefined where nothing shows that it is. */
function wrongness({ kind, port }: CallerFailure, meaning: HostMeaning): string | undefined {
  if (meaning.kind === 'service') {
    const ports = servicePorts(meaning.service);
    if (kind === 'no-such-host' || kind === 'lookup-failed' || port === undefined || ports.length === 0)
      return undefined;
    const isHeadless = textField(meaning.service.object, 'spec', 'clusterIP') === 'None';
    if (isHeadless || ports.some((entry) => entry.port === port)) return undefined;
    return `a port that Service ${meaning.service.object.metadata.name} does not have (it has ${ports.map((entry) => entry.port).join(', ')})`;
  }
  if (meaning.kind === 'missing')
    return kind === 'no-such-host' || kind === 'lookup-failed' ? 'a name that is no Service of the cluster' : undefined;
  return kind === 'no-such-host' ? 'a name that does not resolve' : undefined;
}

function serviceNames(view: View, namespace: string | undefined): string[] {
  return view
    .objects('Service')
    .flatMap(({ object }) => (object.metadata.namespace === namespace ? object.metadata.name : []));
}
