import { componentKey } from '../component-key.ts';
import type { EdgeSource } from '../edge-source.ts';

/** calls: from summed-up calls and from spans whose parent belongs to another component. */
export const callEdges: EdgeSource = (view, add) => {
  const link = (from: string, to: string, evidence: string) => {
    if (from === to) return;
    add({ from: componentKey(view, from), to: componentKey(view, to), relation: 'calls', evidence });
  };
  for (const item of view.evidence('calls')) {
    for (const edge of item.body?.edges ?? []) link(edge.from, edge.to, item.id);
  }
  for (const item of view.evidence('span')) {
    const entries = item.body?.entries ?? [];
    const components = new Map(entries.map((entry) => [`${entry.trace}\n${entry.id}`, entry.component]));
    entries.forEach((entry, index) => {
      const parent = entry.parent == null ? undefined : components.get(`${entry.trace}\n${entry.parent}`);
      if (parent !== undefined) link(parent, entry.component, `${item.id}#${index}`);
      const peer = entry.attributes?.['peer.service'];
      if (typeof peer === 'string' && peer !== '') link(entry.component, peer, `${item.id}#${index}`);
    });
  }
};
