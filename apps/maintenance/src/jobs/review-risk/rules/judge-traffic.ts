import { readPath } from '@auto-ops/policy';
import { about } from './about.ts';
import type { ObjectRule } from './rule.ts';

const routing = new Set([
  'Ingress',
  'HTTPRoute',
  'GRPCRoute',
  'TCPRoute',
  'TLSRoute',
  'Gateway',
  'VirtualService',
  'IngressRoute',
]);

/** Where traffic comes from and which pods it reaches. */
export const judgeTraffic: ObjectRule = ({ before, after }) => {
  if (before === undefined || after === undefined) return [];
  const { kind } = after.object;
  if (routing.has(kind) && differs(before.object.spec, after.object.spec)) {
    return [about(after, 'route-changed', 'R3', 'traffic from outside is led differently', 'spec')];
  }
  if (kind !== 'Service') return [];
  const [was, is] = [before, after].map((declared) => readPath(declared.object, 'spec'));
  const [oldType = 'ClusterIP', type = 'ClusterIP'] = [was, is].map((spec) => readPath(spec, 'type'));
  return [
    ...(differs(readPath(was, 'selector'), readPath(is, 'selector'))
      ? [about(after, 'selector-changed', 'R3', 'other pods get the traffic', 'spec', 'selector')]
      : []),
    ...(differs(readPath(was, 'ports'), readPath(is, 'ports'))
      ? [about(after, 'port-changed', 'R3', 'clients or pods may use the old port', 'spec', 'ports')]
      : []),
    ...(type !== oldType
      ? [about(after, 'service-exposed', 'R3', `type ${String(oldType)} → ${String(type)}`, 'spec', 'type')]
      : []),
  ];
};

function differs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
