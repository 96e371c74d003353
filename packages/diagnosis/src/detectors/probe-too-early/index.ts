import type { Detector } from '../../detector.ts';
import { connectionFailure } from '../../kubernetes/calls/connection-failure.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import type { Container } from '../../kubernetes/pods/containers-of.ts';
import { lastWords } from '../../kubernetes/pods/last-words.ts';
import { latestEnd } from '../../kubernetes/pods/latest-end.ts';
import { lifeSeconds } from '../../kubernetes/pods/life-seconds.ts';
import { type LivePod, livePods } from '../../kubernetes/pods/live-pods.ts';
import { probeAnswer } from '../../kubernetes/probes/probe-answer.ts';
import { probeFailures } from '../../kubernetes/probes/probe-failures.ts';
import { probeKills } from '../../kubernetes/probes/probe-kills.ts';
import { type Probe, probeOf } from '../../kubernetes/probes/probe-of.ts';
import { listeningPorts } from '../../kubernetes/services/listening-ports.ts';
import { servedPorts } from '../../kubernetes/services/served-ports.ts';
import { earliest } from '../../kubernetes/times/earliest.ts';
import { previousContainer } from '../../kubernetes/workloads/previous-container.ts';
import type { View } from '../../view.ts';
import { startSeconds } from './start-seconds.ts';

const progress =
  /\b(?:start(?:ing|up)|initiali[sz]|loading|warm(?:ing)?|migrat|boot(?:ing|strap)|prepar|building|indexing|importing|compil|downloading|replaying|recovering|restoring|waiting|asked to stop|shutting down|SIGTERM|in progress|\d+ of \d+|\d+ ?%)/i;

/** A liveness or startup probe kills a container before it has started. */
export const detector: Detector = {
  code: 'probe-too-early',
  detect(view) {
    const draft = createDetectionDraft('probe-too-early');
    for (const pod of livePods(view)) {
      for (const container of pod.containers) {
        const kills = probeKills(view, pod, container);
        const kill = kills.at(-1);
        if (kill === undefined) continue;
        const kind = /startup probe/i.test(kill.message) ? 'startup' : 'liveness';
        const probe = probeOf(container, kind);
        if (probe === undefined) continue;
        if (container.isReady) {
          draft.excluded(pod.subject, `Container ${container.name} is ready now.`, [pod.item.id]);
          continue;
        }
        const why = exclusion(view, pod, container, probe);
        if (why !== undefined) {
          draft.excluded(pod.subject, why, [pod.item.id, kill.id]);
          continue;
        }
        const failures = probeFailures(view, pod, container, kind);
        const words = lastWords(view, pod, container, 5).filter(({ text }) => isStarting(text));
        const budget = probe.initialDelaySeconds + probe.periodSeconds * probe.failureThreshold;
        const end = latestEnd(container);
        const previous = previousContainer(view, pod.item, container.name);
        const before = previous === undefined ? undefined : { ...container, spec: previous.spec };
        draft.found({
          subject: pod.subject,
          part: container.name,
          severity: 'critical',
          message: `The ${kind} probe of container ${container.name} of ${subjectText(pod.subject)} has it killed after about ${budget} s, before it has started.`,
          evidence: [pod.item.id, kill.id, failures.at(-1)?.id, words.at(-1)?.id],
          since: earliest(...failures.map(({ first }) => first), kill.first),
          facts: {
            container: container.name,
            probe: kind,
            port: probe.port,
            path: probe.path,
            initialDelaySeconds: probe.initialDelaySeconds,
            periodSeconds: probe.periodSeconds,
            failureThreshold: probe.failureThreshold,
            budgetSeconds: budget,
            lifeSeconds: end === undefined ? undefined : lifeSeconds(end),
            startSeconds: startSeconds(view, pod, container),
            hasStartupProbe: probeOf(container, 'startup') !== undefined,
            previousHadStartupProbe: before === undefined ? undefined : probeOf(before, 'startup') !== undefined,
            previousRevision: previous?.revision,
            restarts: container.restarts,
          },
        });
      }
    }
    return draft.result();
  },
};

/** Whether a line tells of a start that goes on, or of its interruption, and not of an error. */
function isStarting(text: string): boolean {
  return progress.test(text) && !/\b(?:error|exception|failed|fatal|panic)\b/i.test(text);
}

/** Why the kill is not for want of time; undefined where nothing speaks against it. */
function exclusion(view: View, pod: LivePod, container: Container, probe: Probe): string | undefined {
  const { name } = container;
  if (probe.kind === 'liveness' && probeOf(container, 'startup') !== undefined)
    return `A startup probe covers the start of container ${name}.`;
  const answers = new Set(probeFailures(view, pod, container, probe.kind).map(({ message }) => probeAnswer(message)));
  if (answers.has('not-found') || answers.has('wrong-scheme'))
    return `Container ${name} answers, but not what the probe asks.`;
  const served = servedPorts(view, pod, container);
  if (probe.port !== undefined && served.length > 0 && !served.includes(probe.port))
    return `Container ${name} serves ${served.join(', ')}, not ${probe.port}.`;
  if (listeningPorts(view, pod, container).some(({ port, line }) => line.previous && port === probe.port))
    return `Container ${name} listened before it was killed.`;
  const words = lastWords(view, pod, container);
  if (words.length === 0) return undefined;
  if (words.some(({ text }) => connectionFailure(text) !== undefined))
    return `Container ${name} waits for something it calls.`;
  return words.slice(-5).some(({ text }) => isStarting(text))
    ? undefined
    : `The log of container ${name} shows no start in progress.`;
}
