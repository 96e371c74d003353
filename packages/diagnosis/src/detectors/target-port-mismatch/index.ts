import type { Detector } from '../../detector.ts';
import { textField } from '../../fields/text-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { lastChanged } from '../../kubernetes/fields/last-changed.ts';
import { nearestNames } from '../../kubernetes/names/nearest-names.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { declaredPorts } from '../../kubernetes/services/declared-ports.ts';
import { servicePods } from '../../kubernetes/services/service-pods.ts';
import { servicePorts } from '../../kubernetes/services/service-ports.ts';
import { serviceUse } from '../../kubernetes/services/service-use.ts';
import { subjectOf } from '../../subjects/subject-of.ts';
import { judgePort } from './judge-port.ts';

/** A Service sends to a port on which its pods do not listen. */
export const detector: Detector = {
  code: 'target-port-mismatch',
  detect(view) {
    const draft = createDetectionDraft('target-port-mismatch');
    for (const service of view.objects('Service')) {
      // Callers of a headless Service speak to the pods themselves, so its targetPort sends nothing anywhere.
      if (textField(service.object, 'spec', 'clusterIP') === 'None') continue;
      const pods = servicePods(view, service);
      if (pods.length === 0) continue;
      const about = subjectOf(service.object);
      const ports = servicePorts(service);
      const declared = [
        ...new Map(
          pods.flatMap(({ object }) => declaredPorts(object)).map((entry) => [`${entry.name} ${entry.port}`, entry]),
        ).values(),
      ];
      for (const port of ports) {
        const judgement = judgePort(view, service, pods, port);
        if (judgement.excluded !== undefined)
          draft.excluded(about, judgement.excluded, [service.id, ...judgement.evidence]);
        if (judgement.why === undefined) continue;
        const use = serviceUse(view, service);
        const names = declared.flatMap(({ name }) => name ?? []);
        const alike = declared.find(
          ({ name }) => name !== undefined && (name === port.name || name === nearestNames(`${port.target}`, names)[0]),
        );
        const served = judgement.served.length > 0 ? judgement.served : declared.map((entry) => entry.port);
        draft.found({
          subject: about,
          part: `${port.port}`,
          severity: ports.length === 1 || use.isAlerted || use.failures.length > 0 ? 'critical' : 'warning',
          message: `${subjectText(about)} sends port ${port.port} to ${port.target}, ${judgement.why}.`,
          evidence: [service.id, ...judgement.evidence, pods[0]?.id, ...use.failures.slice(0, 2)],
          since: lastChanged(service.object),
          facts: {
            port: port.port,
            portName: port.name,
            targetPort: port.target,
            declaredPorts: declared.map((entry) =>
              entry.name === undefined ? `${entry.port}` : `${entry.name}=${entry.port}`,
            ),
            servedPorts: judgement.served.map(String),
            suggestedTarget: served.length === 1 ? served[0] : alike?.port,
            callers: use.callers.map((caller) => subjectText(subjectOf(caller.object))),
          },
        });
      }
    }
    return draft.result();
  },
};
