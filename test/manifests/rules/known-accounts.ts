import type { Manifest } from '../manifest.ts';
import { podsOf } from '../pods-of.ts';
import type { Rule } from '../rule.ts';

/** Every account, role and subject that is named is there, in its namespace. */
export const knownAccounts: Rule = {
  title: 'a ServiceAccount or role that is named exists',
  check: (manifests) => {
    const objects = new Set(
      manifests.map(({ kind, metadata }) => `${kind}/${metadata.namespace ?? ''}/${metadata.name}`),
    );
    return [...namedBy(manifests)].filter(([, object]) => !objects.has(object)).map((pair) => pair.join(' names '));
  },
};

function* namedBy(manifests: readonly Manifest[]): Generator<[place: string, object: string]> {
  for (const { place, account, manifest } of podsOf(manifests)) {
    yield [place, `ServiceAccount/${manifest.metadata.namespace ?? 'auto-ops'}/${account}`];
  }
  for (const { kind, file, metadata, spec, subjects, roleRef } of manifests) {
    const place = `${file}: ${metadata.name}`;
    if (kind === 'WorkflowTemplate') yield [place, `ServiceAccount/auto-ops/${spec.executor?.serviceAccountName}`];
    if (kind === 'Sensor' || kind === 'EventSource')
      yield [place, `ServiceAccount/${metadata.namespace}/${spec.template?.serviceAccountName}`];
    if (roleRef !== undefined) {
      yield [place, `${roleRef.kind}/${roleRef.kind === 'Role' ? metadata.namespace : ''}/${roleRef.name}`];
      for (const subject of subjects) yield [place, `${subject.kind}/${subject.namespace}/${subject.name}`];
    }
  }
}
