import { readPath } from '@auto-ops/policy';
import { scaleBack } from '../../candidates/scale-back.ts';
import type { Repair } from '../../repair.ts';
import { selectedWorkload } from '../../situation/selected-workload.ts';
import { subjectItem } from '../../situation/subject-item.ts';

/** An admission webhook nobody answers for: its workload scaled back up where it was scaled to zero. The webhook itself stays as it is. */
export const repair: Repair = {
  code: 'admission-webhook-down',
  repair(situation) {
    const { view } = situation;
    const webhooks = readPath(subjectItem(situation)?.object, 'webhooks');
    const services = (Array.isArray(webhooks) ? (webhooks as unknown[]) : []).flatMap((webhook) => {
      const service = readPath(webhook, 'clientConfig', 'service');
      const item = view.object('Service', String(readPath(service, 'namespace')), String(readPath(service, 'name')));
      return item === undefined ? [] : [item];
    });
    const workloads = services.map((service) => selectedWorkload(view, service)).filter((item) => item !== undefined);
    const [workload] = workloads;
    return workload === undefined || new Set(workloads).size > 1 ? [] : scaleBack(situation, workload);
  },
};
