import type { Detector } from '../../detector.ts';
import { textField } from '../../fields/text-field.ts';
import { configurationReferences } from '../../kubernetes/configuration/configuration-references.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { subject } from '../../kubernetes/names/subject.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { secondsBetween } from '../../kubernetes/times/seconds-between.ts';
import { podTemplate } from '../../kubernetes/workloads/pod-template.ts';
import { expiredHolder } from './expired-holder.ts';
import { expiryReports } from './expiry-reports.ts';

/** A TLS certificate is past its end. */
export const detector: Detector = {
  code: 'certificate-expired',
  detect(view) {
    const draft = createDetectionDraft('certificate-expired');
    const reports = expiryReports(view);
    for (const report of reports.filter(({ isOver }) => isOver)) {
      const holder = expiredHolder(view, report);
      if (holder === undefined) continue;
      const healthy = reports.find(
        (other) => !other.isOver && other.host === report.host && (secondsBetween(report.last, other.last) ?? -1) > 0,
      );
      if (healthy !== undefined) {
        draft.excluded(holder.subject, `A later check of ${report.host} shows a valid certificate.`, [
          ...healthy.evidence,
        ]);
        continue;
      }
      const secrets = holder.workload === undefined ? [] : certificateSecrets(holder.workload.object);
      draft.found({
        subject: holder.subject,
        severity: 'critical',
        message: `The TLS certificate of ${report.host ?? subjectText(holder.subject)} has expired${report.notAfter === undefined ? '' : ` (${report.notAfter})`}, and its clients refuse it.`,
        evidence: [...report.evidence, ...holder.evidence],
        since: report.notAfter ?? report.first,
        facts: {
          host: report.host,
          port: report.port,
          notAfter: report.notAfter,
          secrets: [...new Set([...secrets, ...holder.secrets])],
          caller: report.caller === undefined ? undefined : subjectText(report.caller),
        },
      });
    }
    for (const item of view.objects('Certificate')) {
      const notAfter = textField(item.object, 'status', 'notAfter');
      if ((secondsBetween(notAfter, view.now) ?? -1) <= 0) continue;
      const secret = textField(item.object, 'spec', 'secretName') ?? item.object.metadata.name;
      draft.found({
        subject: subject('v1', 'Secret', item.object.metadata.namespace, secret),
        severity: 'critical',
        message: `The certificate in Secret ${secret} has expired (${notAfter}).`,
        evidence: [item.id],
        since: notAfter,
        facts: { notAfter, secrets: [secret], certificate: item.object.metadata.name },
      });
    }
    return draft.result();
  },
};

function certificateSecrets(workload: Parameters<typeof podTemplate>[0]): string[] {
  return configurationReferences(podTemplate(workload))
    .filter(
      ({ kind, container, name, use }) =>
        kind === 'Secret' && container === undefined && /tls|cert|ssl|pki/i.test(`${name} ${use}`),
    )
    .map(({ name }) => name);
}
