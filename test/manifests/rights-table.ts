import type { Manifest } from './manifest.ts';
import { rightsOf } from './rights-of.ts';

/** The rights of every account as a Markdown table, one line for what an account may do with a resource at one place. */
export function rightsTable(manifests: readonly Manifest[]): string {
  const lines = new Map<string, string[]>();
  for (const { account, namespace, resource, verb } of rightsOf(manifests)) {
    const key = `| ${account} | ${namespace} | ${resource.replace(/^\//, '')} |`;
    lines.set(key, [...(lines.get(key) ?? []), verb]);
  }
  const accounts = manifests
    .filter(({ kind }) => kind === 'ServiceAccount')
    .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
  const idle = accounts.filter((account) => ![...lines.keys()].some((key) => key.startsWith(`| ${account} |`)));
  return [
    '| account | namespace | resource | verbs |',
    '|---|---|---|---|',
    ...[
      ...[...lines].map(([key, verbs]) => `${key} ${verbs.sort().join(', ')} |`),
      ...idle.map((account) => `| ${account} |  | nothing |  |`),
    ].sort(),
    '',
  ].join('\n');
}
