import type { Manifest } from '../manifest.ts';
import { podsOf } from '../pods-of.ts';
import type { Rule } from '../rule.ts';

type Variable = { name: string; value?: string };
type Source = { configMapRef?: { name: string } };
type Container = { env?: Variable[]; envFrom?: Source[]; volumeMounts?: { name: string; mountPath: string }[] };
type Volume = { name: string; projected?: { sources: { serviceAccountToken?: { audience?: string } }[] } };

/** The run API believes a token that was made for it, about the one run whose pod shows it. */
export const ownRunTokens: Rule = {
  title: 'a step that asks the run API says which run it is, and shows a token that is good for nothing else',
  check: (manifests) => {
    const asking = new Map<string, string>(
      manifests
        .filter(({ kind, data }) => kind === 'ConfigMap' && data?.AUTO_OPS_RUN_API !== undefined)
        .map(({ metadata, data }) => [metadata.name, data.AUTO_OPS_RUN_API_TOKEN_FILE ?? '']),
    );
    return podsOf(manifests)
      .filter(({ manifest }: { manifest: Manifest }) => manifest.kind === 'WorkflowTemplate')
      .flatMap(({ place, container, volumes }) => {
        const { env = [], envFrom = [], volumeMounts = [] }: Container = container;
        const files = envFrom.flatMap(({ configMapRef }) => asking.get(configMapRef?.name ?? '') ?? []);
        const tokens = (volumes as Volume[])
          .filter(({ projected }) =>
            projected?.sources.some(({ serviceAccountToken: token }) => token?.audience === 'auto-ops-run-api'),
          )
          .map(({ name }) => name);
        const mounts = volumeMounts.filter(({ name }) => tokens.includes(name)).map(({ mountPath }) => mountPath);
        if (files.length === 0) return mounts.length === 0 ? [] : [`${place} has a token and nobody to show it to`];
        const run = env.find(({ name }) => name === 'AUTO_OPS_RUN')?.value;
        return [
          ...(run === '{{workflow.name}}' ? [] : [`${place} does not say which run it is`]),
          ...(files.every((file) => mounts.some((mount) => file.startsWith(`${mount}/`)))
            ? []
            : [`${place} has no token of its own for the run API`]),
        ];
      });
  },
};
