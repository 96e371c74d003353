import type { Detector } from '../../detector.ts';
import { textField } from '../../fields/text-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { listAt } from '../../kubernetes/fields/list-at.ts';
import { subject } from '../../kubernetes/names/subject.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { isPodReady } from '../../kubernetes/pods/is-pod-ready.ts';
import { servicePods } from '../../kubernetes/services/service-pods.ts';
import { serviceSelector } from '../../kubernetes/services/service-selector.ts';
import { failedCreates } from '../../kubernetes/workloads/failed-creates.ts';
import { isScaledToZero } from '../../kubernetes/workloads/is-scaled-to-zero.ts';
import { previousReplicas } from '../../kubernetes/workloads/previous-replicas.ts';
import { workloadsMatching } from '../../kubernetes/workloads/workloads-matching.ts';
import { subjectOf } from '../../subjects/subject-of.ts';
import type { ObjectItem, View } from '../../view.ts';

const failed = /failed calling webhook "([^"]+)":?(.*)$/s;
const kinds = ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'];

/** An admission webhook that must answer does not. */
export const detector: Detector = {
  code: 'admission-webhook-down',
  detect(view) {
    const draft = createDetectionDraft('admission-webhook-down');
    for (const { workload, message, evidence, since } of failedCreates(view)) {
      const match = failed.exec(message);
      const name = match?.[1];
      if (name === undefined) continue;
      const holder = configurationOf(view, name);
      const webhook = listAt(holder?.object, 'webhooks').find((entry) => entry.name === name);
      const about =
        holder === undefined
          ? subject('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', undefined, name)
          : subjectOf(holder.object);
      if (textField(webhook, 'failurePolicy') === 'Ignore') {
        draft.excluded(about, `Webhook ${name} may fail: its failurePolicy is Ignore.`, [holder?.id]);
        continue;
      }
      const url = /"https?:\/\/([a-z0-9-]+)\.([a-z0-9-]+)\.svc/.exec(message);
      const serviceName = textField(webhook, 'clientConfig', 'service', 'name') ?? url?.[1];
      const namespace = textField(webhook, 'clientConfig', 'service', 'namespace') ?? url?.[2];
      const service = serviceName === undefined ? undefined : view.object('Service', namespace, serviceName);
      const keeper =
        service === undefined ? undefined : workloadsMatching(view, namespace, serviceSelector(service))[0];
      const ready = service === undefined ? [] : servicePods(view, service).filter(isPodReady);
      draft.found({
        subject: about,
        part: name,
        severity: 'critical',
        message: `Admission webhook ${name} does not answer, so ${subjectText(workload)} gets no pods: ${(match?.[2] ?? '').split(': ').slice(-2).join(': ').trim().slice(0, 160)}.`,
        evidence: [...evidence, holder?.id, service?.id, keeper?.id],
        since,
        facts: {
          webhook: name,
          service: serviceName,
          serviceNamespace: namespace,
          serviceExists:
            service === undefined
              ? serviceName !== undefined && view.covers('Service', namespace)
                ? false
                : undefined
              : true,
          workload: keeper === undefined ? undefined : subjectText(subjectOf(keeper.object)),
          workloadIsScaledToZero: keeper === undefined ? undefined : isScaledToZero(keeper),
          previousReplicas: keeper === undefined ? undefined : previousReplicas(view, keeper),
          readyPods: service === undefined ? undefined : ready.length,
          failurePolicy: textField(webhook, 'failurePolicy'),
          blocked: subjectText(workload),
        },
      });
    }
    return draft.result();
  },
};

function configurationOf(view: View, webhook: string): ObjectItem | undefined {
  return kinds
    .flatMap((kind) => view.objects(kind))
    .find(({ object }) => listAt(object, 'webhooks').some(({ name }) => name === webhook));
}
