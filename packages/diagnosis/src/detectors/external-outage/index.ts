import type { Detector } from '../../detector.ts';
import { createDetectionDraft, type DetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { parseImage } from '../../kubernetes/images/parse-image.ts';
import { pullFailures } from '../../kubernetes/images/pull-failures.ts';
import { earliest } from '../../kubernetes/times/earliest.ts';
import type { View } from '../../view.ts';
import { externalErrors } from './external-errors.ts';
import { outageNotices } from './outage-notices.ts';

/** Something outside one's own control is down or limits its callers. */
export const detector: Detector = {
  code: 'external-outage',
  detect(view) {
    const draft = createDetectionDraft('external-outage');
    const errors = externalErrors(view);
    const explained = new Set<string>();
    for (const notice of outageNotices(view)) {
      const own = errors.filter(({ host, text }) => notice.matches(host, text));
      if (own.length === 0 && !isAlerted(view, notice.matches)) {
        draft.excluded(notice.subject, 'It reports trouble, but no error of ours names it.', notice.evidence);
        continue;
      }
      for (const { host } of own) explained.add(host);
      draft.found({
        subject: notice.subject,
        severity: 'critical',
        message: `${notice.subject.name} reports ${notice.status}, and ${own.length === 0 ? 'an alert names it' : `calls of ${[...new Set(own.map(({ caller }) => caller))].slice(0, 3).join(', ')} fail with it`}.`,
        evidence: [...notice.evidence, ...own.flatMap(({ evidence }) => evidence.slice(-2))],
        since: earliest(notice.since, ...own.map(({ first }) => first)),
        facts: {
          status: notice.status,
          hosts: [...new Set(own.map(({ host }) => host))],
          callers: [...new Set(own.map(({ caller }) => caller))],
          region: notice.region,
        },
      });
    }
    findSilent(
      draft,
      errors.filter(({ host }) => !explained.has(host)),
    );
    findRegistries(view, draft);
    return draft.result();
  },
};

/** A host without a notice: several callers that fail together show it, one alone does not. */
function findSilent(draft: DetectionDraft, errors: ReturnType<typeof externalErrors>): void {
  for (const host of [...new Set(errors.map((error) => error.host))].sort()) {
    const own = errors.filter((error) => error.host === host);
    const callers = [...new Set(own.map(({ caller }) => caller))];
    const about = { kind: 'External', name: host };
    if (callers.length < 2) {
      draft.excluded(
        about,
        `Only ${callers[0]} fails with it.`,
        own.flatMap(({ evidence }) => evidence.slice(-2)),
      );
      continue;
    }
    draft.found({
      subject: about,
      severity: 'warning',
      message: `${host} fails for ${callers.length} callers: ${callers.slice(0, 3).join(', ')}.`,
      evidence: own.flatMap(({ evidence }) => evidence.slice(-2)),
      since: own.map(({ first }) => first),
      facts: { hosts: [host], callers },
    });
  }
}

function findRegistries(view: View, draft: DetectionDraft): void {
  for (const { pod, container, kind, text, evidence, since } of pullFailures(view)) {
    if (kind !== 'unreachable' && kind !== 'limited') continue;
    const { registry } = parseImage(container.image);
    draft.found({
      subject: { kind: 'External', name: registry },
      severity: kind === 'limited' ? 'critical' : 'warning',
      message: `Registry ${registry} ${kind === 'limited' ? 'limits its callers' : 'does not answer'}, so ${container.image} cannot be pulled.`,
      evidence,
      since,
      facts: {
        hosts: [registry],
        callers: [`${pod.subject.kind} ${pod.subject.name}`],
        image: container.image,
        answer: text.slice(0, 300),
      },
    });
  }
}

function isAlerted(view: View, matches: (host: string, text: string) => boolean): boolean {
  return view.alerts.some(
    ({ status, summary, description, labels }) =>
      status === 'firing' && matches('', `${summary ?? ''} ${description ?? ''} ${Object.values(labels).join(' ')}`),
  );
}
