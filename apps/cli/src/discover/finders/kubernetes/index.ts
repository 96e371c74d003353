import type { Gap } from '../../discovery.ts';
import type { Finder } from '../../finder.ts';
import { kinds } from '../../kinds.ts';
import { isOlder } from '../../recognise/is-older.ts';

const oldest = 'v1.30.0';

/** The API server: its version, how many nodes there are, and whether it knows admission policies. */
export const finder: Finder = {
  name: 'kubernetes',
  title: 'Kubernetes',
  reads: [kinds.nodes, kinds.admissionPolicies],
  find(cluster) {
    const count = cluster.list(kinds.nodes).length;
    const knowsPolicies = cluster.serves(kinds.admissionPolicies);
    const missing: Gap[] = [];
    if (!knowsPolicies || isOlder(cluster.version, oldest) === true) {
      missing.push({
        weight: 'needed',
        what: `Kubernetes ${cluster.version ?? 'of an unknown version'} without ValidatingAdmissionPolicy v1`,
        next: 'Upgrade to Kubernetes 1.30 or newer: admission policies are what keeps the accounts of auto-ops to the shape of a run.',
      });
    }
    const nodes = cluster.isComplete(kinds.nodes) && count > 0 ? `${count} node${count === 1 ? '' : 's'}, ` : '';
    return {
      found: [
        {
          what: 'Kubernetes',
          ...(cluster.version === undefined ? {} : { version: cluster.version }),
          by: 'api',
          use: 'used',
          detail: `${nodes}admission policies ${knowsPolicies ? 'are known' : 'are not known'}`,
        },
      ],
      missing,
    };
  },
};
