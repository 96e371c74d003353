import type { Subject } from '@auto-ops/contracts';
import type { Detector } from '../../detector.ts';
import { textField } from '../../fields/text-field.ts';
import { type CallerFailure, callerFailures } from '../../kubernetes/calls/caller-failures.ts';
import { resolveHost } from '../../kubernetes/calls/resolve-host.ts';
import { createDetectionDraft, type DetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { isPodReady } from '../../kubernetes/pods/is-pod-ready.ts';
import { servicePods } from '../../kubernetes/services/service-pods.ts';
import { servicePorts } from '../../kubernetes/services/service-ports.ts';
import { serviceSelector } from '../../kubernetes/services/service-selector.ts';
import { isScaledToZero } from '../../kubernetes/workloads/is-scaled-to-zero.ts';
import { previousReplicas } from '../../kubernetes/workloads/previous-replicas.ts';
import { workloadsMatching } from '../../kubernetes/workloads/workloads-matching.ts';
import { subjectOf } from '../../subjects/subject-of.ts';
import type { ObjectItem, View } from '../../view.ts';

/** Something that a program calls refuses or drops its connections. */
export const detector: Detector = {
  code: 'dependency-refused',
  detect(view) {
    const draft = createDetectionDraft('dependency-refused');
    for (const failure of callerFailures(view)) {
      const meaning = resolveHost(view, failure.pod.namespace, failure.host);
      if (meaning.kind === 'service') judgeService(view, draft, failure, meaning.service);
      else if (meaning.kind === 'external' || meaning.kind === 'unknown') judgeOutside(view, draft, failure);
    }
    return draft.result();
  },
};

function judgeService(view: View, draft: DetectionDraft, failure: CallerFailure, service: ObjectItem): void {
  const selector = serviceSelector(service);
  if (Object.keys(selector).length === 0 || failure.kind === 'lookup-failed') return;
  const pods = servicePods(view, service);
  const ready = pods.filter(isPodReady);
  const [keeper] = workloadsMatching(view, service.object.metadata.namespace, selector);
  const about = subjectOf((keeper ?? service).object);
  const lines = failure.lines.slice(-2).map(({ id }) => id);
  if (ready.length > 0 || failure.hasRecovered) {
    draft.excluded(
      about,
      ready.length > 0
        ? `${subjectText(subjectOf(service.object))} has ready pods.`
        : 'A later line says that it answers again.',
      [service.id, ...lines],
    );
    return;
  }
  const isHeadless = textField(service.object, 'spec', 'clusterIP') === 'None';
  if (failure.kind === 'no-such-host' && !isHeadless) return;
  // Without a pod and without a workload the selector is what is wrong, and without coverage nothing is known.
  if (pods.length === 0 && keeper === undefined) return;
  if (
    pods.length === 0 &&
    !view.covers('Pod', service.object.metadata.namespace) &&
    !(keeper !== undefined && isScaledToZero(keeper))
  )
    return;
  const isDown = pods.length === 0 && keeper !== undefined;
  draft.found({
    subject: about,
    // Pods that are there and not ready have a cause of their own, of which this is the effect.
    severity: isDown ? 'critical' : 'warning',
    message: `${subjectText(failure.pod.subject)} cannot reach ${subjectText(subjectOf(service.object))}: ${keeper !== undefined && isScaledToZero(keeper) ? `${subjectText(about)} is scaled to zero` : `none of its ${pods.length} pods is ready`}.`,
    evidence: [...lines, service.id, keeper?.id, ...pods.slice(0, 2).map(({ id }) => id)],
    since: failure.lines.map(({ at }) => at),
    facts: {
      host: failure.host,
      port: failure.port ?? servicePorts(service)[0]?.port,
      kind: failure.kind,
      service: service.object.metadata.name,
      caller: subjectText(failure.pod.subject),
      isScaledToZero: keeper !== undefined && isScaledToZero(keeper),
      previousReplicas: keeper === undefined ? undefined : previousReplicas(view, keeper),
      pods: pods.length,
      readyPods: 0,
    },
  });
}

/** A dependency that the cluster does not hold: its own evidence is the callers' words alone. */
function judgeOutside(view: View, draft: DetectionDraft, failure: CallerFailure): void {
  const isOwn =
    failure.host === 'localhost' ||
    failure.host.startsWith('127.') ||
    failure.host === '::1' ||
    failure.host === '0.0.0.0';
  if (isOwn || !['refused', 'timeout'].includes(failure.kind)) return;
  const about: Subject = { kind: 'Component', name: failure.host };
  const lines = failure.lines.slice(-2).map(({ id }) => id);
  const others = callerFailures(view).filter(({ host, hasRecovered }) => host === failure.host && !hasRecovered);
  const occurrences = others.reduce(
    (sum, other) => sum + other.lines.reduce((count, line) => count + line.count, 0),
    0,
  );
  if (failure.hasRecovered) {
    draft.excluded(about, 'A later line says that it answers again.', lines);
    return;
  }
  if (occurrences < 2 && failure.container.isReady) return;
  draft.found({
    subject: about,
    severity: 'warning',
    message: `${subjectText(failure.pod.subject)} cannot reach ${failure.host}${failure.port === undefined ? '' : `, port ${failure.port}`}, which is outside the cluster.`,
    evidence: [...lines, failure.pod.item.id],
    since: failure.lines.map(({ at }) => at),
    facts: {
      host: failure.host,
      port: failure.port,
      kind: failure.kind,
      caller: subjectText(failure.pod.subject),
      isOutside: true,
    },
  });
}
