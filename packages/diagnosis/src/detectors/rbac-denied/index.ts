import type { Detector } from '../../detector.ts';
import { allows } from '../../kubernetes/access/allows.ts';
import { grantsOf } from '../../kubernetes/access/grants-of.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { subject } from '../../kubernetes/names/subject.ts';
import type { View } from '../../view.ts';
import { type Denial, denials } from './denials.ts';

/** A ServiceAccount lacks a right that its program needs. */
export const detector: Detector = {
  code: 'rbac-denied',
  detect(view) {
    const draft = createDetectionDraft('rbac-denied');
    for (const denial of denials(view)) {
      const { account, request, evidence, since } = denial;
      const about = subject('v1', 'ServiceAccount', account.namespace, account.name);
      const all = grantsOf(view, account, request.namespace);
      // What every account of a cluster is given says nothing about this one.
      const grants = all.filter(({ roleName }) => !roleName.startsWith('system:'));
      const granting = all.find(({ role }) => role !== undefined && allows(role, request));
      if (granting !== undefined) {
        draft.excluded(
          about,
          `${granting.roleKind} ${granting.roleName} allows it to ${request.verb} ${request.resource} now.`,
          [granting.binding.id, granting.role?.id],
        );
        continue;
      }
      draft.found({
        subject: about,
        part: `${request.verb} ${request.group}/${request.resource} ${request.namespace ?? ''}`,
        severity: 'critical',
        message: `ServiceAccount ${account.namespace}/${account.name} may not ${request.verb} ${request.resource}${request.group === '' ? '' : ` of ${request.group}`} ${request.namespace === undefined ? 'in the cluster' : `in namespace ${request.namespace}`}.`,
        evidence: [...evidence, ...grants.flatMap(({ binding, role }) => [binding.id, role?.id])],
        since,
        facts: {
          user: `system:serviceaccount:${account.namespace}:${account.name}`,
          verb: request.verb,
          resource: request.resource,
          apiGroup: request.group,
          namespace: request.namespace,
          workloads: denial.workloads,
          bindings: grants.map(({ binding }) => `${binding.object.kind} ${binding.object.metadata.name}`),
          roles: grants.map(({ roleKind, roleName }) => `${roleKind} ${roleName}`),
          ...missingRole(view, denial),
        },
      });
    }
    return draft.result();
  },
};

/** A binding whose role does not exist gives nothing; it is named where complete evidence shows it. */
function missingRole(view: View, { account, request }: Denial): { missingRole?: string } {
  const lost = grantsOf(view, account, request.namespace).find(
    ({ role, roleKind, binding }) =>
      role === undefined && view.covers(roleKind, roleKind === 'Role' ? binding.object.metadata.namespace : undefined),
  );
  return lost === undefined ? {} : { missingRole: `${lost.roleKind} ${lost.roleName}` };
}
