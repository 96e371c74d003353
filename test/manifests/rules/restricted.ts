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
    const onTheNode = manifests
      .flatMap(({ kind, file, metadata, spec }) => {
        const pod = kind === 'Deployment' ? spec.template.spec : kind === 'WorkflowTemplate' ? spec : undefined;
        return pod === undefined ? [] : [{ place: `${file}: ${metadata.name}`, pod }];
      })
      .filter(
        ({ pod }) =>
          pod.hostNetwork === true ||
          pod.hostPID === true ||
          pod.hostIPC === true ||
          /"(hostPath|hostPort|hostNetwork|privileged|runAsUser":0)/.test(JSON.stringify(pod)) ||
          /hostPath|privileged|runAsUser|hostNetwork|\{\{/.test(pod.podSpecPatch ?? ''),
      )
      .map(({ place }) => place);
    const open = [...pods, ...sensors]
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
    return [...open, ...onTheNode];
  },
};
