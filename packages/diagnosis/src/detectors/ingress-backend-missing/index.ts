import type { Detector } from '../../detector.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { lastChanged } from '../../kubernetes/fields/last-changed.ts';
import { nearestNames } from '../../kubernetes/names/nearest-names.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { ingressBackends } from '../../kubernetes/services/ingress-backends.ts';
import { servicePorts } from '../../kubernetes/services/service-ports.ts';
import { subjectOf } from '../../subjects/subject-of.ts';

/** An Ingress routes to a Service or a port that does not exist. */
export const detector: Detector = {
  code: 'ingress-backend-missing',
  detect(view) {
    const draft = createDetectionDraft('ingress-backend-missing');
    for (const item of view.objects('Ingress')) {
      const { namespace } = item.object.metadata;
      const about = subjectOf(item.object);
      for (const { service: name, port, host, path } of ingressBackends(item.object)) {
        const service = view.object('Service', namespace, name);
        const route = `${host ?? '*'}${path ?? '/'}`;
        if (service === undefined && !view.covers('Service', namespace)) continue;
        const ports = service === undefined ? [] : servicePorts(service);
        if (
          service !== undefined &&
          (port === undefined ||
            ports.length === 0 ||
            ports.some((entry) => entry.port === port || entry.name === port))
        )
          continue;
        const names = view
          .objects('Service')
          .flatMap(({ object }) => (object.metadata.namespace === namespace ? object.metadata.name : []));
        const missing =
          service === undefined
            ? `Service ${name}, which does not exist`
            : `port ${port} of Service ${name}, which has ${ports.map((entry) => entry.name ?? entry.port).join(', ')}`;
        draft.found({
          subject: about,
          part: `${name} ${port}`,
          severity: 'critical',
          message: `${subjectText(about)} routes ${route} to ${missing}.`,
          evidence: [item.id, service?.id],
          since: lastChanged(item.object),
          facts: {
            host,
            path,
            backend: name,
            port,
            isServiceMissing: service === undefined,
            nearest: nearestNames(name, names),
            servicePorts: ports.map((entry) =>
              entry.name === undefined ? `${entry.port}` : `${entry.name}=${entry.port}`,
            ),
          },
        });
      }
    }
    return draft.result();
  },
};
