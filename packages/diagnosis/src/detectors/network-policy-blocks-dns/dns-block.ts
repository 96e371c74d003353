import { textField } from '../../fields/text-field.ts';
import { isPresentAt } from '../../kubernetes/fields/is-present-at.ts';
import { listAt } from '../../kubernetes/fields/list-at.ts';
import { coversPeer } from '../../kubernetes/network-policies/covers-peer.ts';
import { coversPort } from '../../kubernetes/network-policies/covers-port.ts';
import { evaluatePolicies } from '../../kubernetes/network-policies/evaluate-policies.ts';
import { isolatingPolicies } from '../../kubernetes/network-policies/isolating-policies.ts';
import { policyRules } from '../../kubernetes/network-policies/policy-rules.ts';
import type { ObjectItem, View } from '../../view.ts';

const port = { port: 53, protocol: 'UDP' } as const;
const serverLabels = [{ 'k8s-app': 'kube-dns' }, { 'app.kubernetes.io/name': 'coredns' }];

/** The policy that keeps a pod from asking the cluster's name server; undefined where nothing does. */
export function dnsBlock(view: View, pod: ObjectItem): ObjectItem | undefined {
  const spec = pod.object.spec as { hostNetwork?: unknown; dnsPolicy?: unknown } | undefined;
  if (spec?.hostNetwork === true || spec?.dnsPolicy === 'None') return undefined;
  const policies = isolatingPolicies(view, pod, 'Egress');
  if (policies.length === 0) return undefined;
  const servers = serverLabels.flatMap((labels) => view.podsMatching('kube-system', labels));
  if (servers.length > 0) {
    const verdicts = servers.map((server) =>
      evaluatePolicies(view, pod, 'Egress', { pod: server }, { ...port, pod: server }),
    );
    // A rule for an address allows a name server that is no pod, such as one on the node.
    if (verdicts.some(({ isAllowed }) => isAllowed) || allowsSomeServer(view, policies, true)) return undefined;
    return verdicts[0]?.blocking;
  }
  return allowsSomeServer(view, policies, false) ? undefined : evaluatePolicies(view, pod, 'Egress', {}, port).blocking;
}

/** Whether a rule lets port 53 out to anything that can be a name server: everybody, an address, or, while the servers are not known, another namespace. */
function allowsSomeServer(view: View, policies: readonly ObjectItem[], areServersKnown: boolean): boolean {
  return policies.some((policy) =>
    policyRules(policy, 'Egress').some((rule) => {
      if (!coversPort(rule, port) && !coversPort(rule, { ...port, protocol: 'TCP' })) return false;
      if (coversPeer(view, rule, 'Egress', policy.object.metadata.namespace, {})) return true;
      const names = listAt(rule, 'ports').length > 0;
      return listAt(rule, 'to').some(
        (peer) =>
          (isPresentAt(peer, 'ipBlock') && (names || textField(peer, 'ipBlock', 'cidr') === '0.0.0.0/0')) ||
          (!areServersKnown && names && isPresentAt(peer, 'namespaceSelector')),
      );
    }),
  );
}
