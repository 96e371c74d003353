import { podsOf } from '../pods-of.ts';
import type { Rule } from '../rule.ts';

/** Pod Security `restricted`, and a root file system that nobody writes. */
export const restricted: Rule = {
  title: 'a container runs restricted',
  check: (manifests) => {
    const pods = podsOf(manifests).map(({ place, container, pod }) => ({
      place,
      pod,
      container: container.securityContext,
    }));
    const sensors = manifests
      .filter(({ kind }) => kind === 'Sensor' || kind === 'EventSource')
      .map(({ file, metadata, spec }) => ({
        place: `${file}: ${metadata.name}`,
        pod: spec.template?.securityContext,
        container: spec.template?.container?.securityContext,
      }));
    return [...pods, ...sensors]
      .filter(
        ({ pod, container }) =>
          pod?.runAsNonRoot !== true ||
          pod.seccompProfile?.type !== 'RuntimeDefault' ||
          container?.allowPrivilegeEscalation !== false ||
          container.readOnlyRootFilesystem !== true ||
          container.privileged === true ||
          container.capabilities?.drop?.[0] !== 'ALL' ||
          container.capabilities.add !== undefined,
      )
      .map(({ place }) => place);
  },
};
