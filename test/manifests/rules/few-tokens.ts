import type { Manifest } from '../manifest.ts';
import { rightsOf } from '../rights-of.ts';
import type { Rule } from '../rule.ts';

type Source = { serviceAccountToken?: { audience?: string } };
type Volume = { name: string; projected?: { sources: Source[] } };
type Mounted = { container?: { volumeMounts?: { name: string }[] }; name: string; serviceAccountName?: string };

/** The token of the API server is only where its account has rights; Argo's helper has one of its own. */
export const fewTokens: Rule = {
  title: 'a step has no token but one it needs',
  check: (manifests) => {
    // A role that the operator binds counts as one.
    const roles = manifests.filter(({ kind }) => kind === 'ClusterRole').map(({ metadata }) => metadata.name as string);
    const entitled = new Set([
      ...rightsOf(manifests).map(({ account }) => account),
      ...roles.map((name) => name.replace(/^auto-ops-/, 'auto-ops/')),
    ]);
    return manifests
      .filter(({ kind }) => kind === 'WorkflowTemplate')
      .flatMap(({ file, metadata, spec }: Manifest) => {
        const place = `${file}: ${metadata.name}`;
        const open = ((spec.volumes ?? []) as Volume[])
          .filter(({ projected }) =>
            (projected?.sources ?? []).some(
              ({ serviceAccountToken }) =>
                serviceAccountToken !== undefined && serviceAccountToken.audience === undefined,
            ),
          )
          .map(({ name }) => name);
        const steps = (spec.templates as Mounted[]).filter(({ container }) => container !== undefined);
        const holds = ({ container }: Mounted) =>
          (container?.volumeMounts ?? []).some(({ name }) => open.includes(name));
        const isEntitled = ({ serviceAccountName }: Mounted) => entitled.has(`auto-ops/${serviceAccountName}`);
        return [
          ...(spec.automountServiceAccountToken === false ? [] : [`${place} mounts the token of its account`]),
          ...(spec.executor?.serviceAccountName === 'executor' ? [] : [`${place} gives Argo's helper its own account`]),
          ...steps
            .filter((one) => holds(one) && !isEntitled(one))
            .map(({ name }) => `${place}/${name} has a token and no right`),
          ...steps
            .filter((one) => isEntitled(one) && !holds(one))
            .map(({ name }) => `${place}/${name} has rights and no token`),
        ];
      });
  },
};
