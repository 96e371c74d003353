import type { Discovery } from '../../discovery.ts';
import type { Finder } from '../../finder.ts';
import { kinds } from '../../kinds.ts';
import { findWorkloads } from '../../recognise/find-workloads.ts';
import { foundWorkload } from '../../recognise/found-workload.ts';
import { plugins } from './plugins.ts';

const sentence = {
  yes: 'enforces NetworkPolicies',
  no: 'does not enforce NetworkPolicies',
  depends: 'enforces NetworkPolicies where that is switched on',
} as const;

/** The plug-in that connects pods, and whether it keeps to the NetworkPolicies of the base. */
export const finder: Finder = {
  name: 'network',
  title: 'Network',
  reads: [kinds.daemonSets],
  find(cluster): Discovery {
    const found = plugins.flatMap(({ title, image, enforces }) =>
      findWorkloads(cluster, { image })
        .filter(({ workload }) => workload.kind === 'DaemonSet')
        .slice(0, 1)
        .map((match) => ({ enforces, found: foundWorkload(match, title, 'used', sentence[enforces]) })),
    );
    const enforcing = found.find(({ enforces }) => enforces === 'yes');
    const doubt = 'Try it: a pod in auto-ops without a policy of its own must not reach the internet.';
    if (enforcing !== undefined || !cluster.isComplete(kinds.daemonSets))
      return { found: found.map((one) => one.found) };
    const [first] = found;
    const what =
      first === undefined
        ? 'Whether NetworkPolicies are enforced is not known: no network plug-in was recognised'
        : first.enforces === 'no'
          ? `${first.found.what} does not enforce NetworkPolicies: those of the base protect nothing`
          : `Whether ${first.found.what} enforces NetworkPolicies depends on how it was installed`;
    return {
      found: found.map((one) => one.found),
      missing: [
        {
          weight: 'advised',
          what,
          next: first?.enforces === 'no' ? 'Add a plug-in that does, for example Calico or Cilium.' : doubt,
        },
      ],
    };
  },
};
