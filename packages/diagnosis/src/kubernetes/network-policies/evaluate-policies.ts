import { textField } from '../../fields/text-field.ts';
import type { ObjectItem, View } from '../../view.ts';
import { coversPeer } from './covers-peer.ts';
import { coversPort } from './covers-port.ts';
import { isolatingPolicies } from './isolating-policies.ts';
import { policyRules } from './policy-rules.ts';
import type { Direction, Peer, TrafficPort } from './traffic.ts';

/** What the policies say about one connection at one of its ends. */
export interface PolicyVerdict {
  /** The policies that isolate the pod in this direction; none means that everything is allowed. */
  readonly policies: readonly ObjectItem[];
  readonly isAllowed: boolean;
  /** The policy to change when it is denied: one that nearly allows it, else the newest. */
  readonly blocking?: ObjectItem | undefined;
}

/** Evaluates the NetworkPolicies that select a pod, for one direction, peer and port. Allows add up. */
export function evaluatePolicies(
  view: View,
  pod: ObjectItem,
  direction: Direction,
  peer: Peer,
  port: TrafficPort,
): PolicyVerdict {
  const policies = isolatingPolicies(view, pod, direction);
  if (policies.length === 0) return { policies, isAllowed: true };
  const ratings = policies.map((policy) => ({ policy, rating: rate(view, policy, direction, peer, port) }));
  if (ratings.some(({ rating }) => rating === 3)) return { policies, isAllowed: true };
  const [best] = ratings.toSorted(
    (left, right) =>
      right.rating - left.rating ||
      compare(createdAt(right.policy), createdAt(left.policy)) ||
      compare(left.policy.object.metadata.name, right.policy.object.metadata.name),
  );
  return { policies, isAllowed: false, blocking: best?.policy };
}

/** 3 allows; 2 would with another peer or port; 1 has rules; 0 has none. */
function rate(view: View, policy: ObjectItem, direction: Direction, peer: Peer, port: TrafficPort): number {
  const rules = policyRules(policy, direction);
  const ratings = rules.map((rule) => {
    const isPort = coversPort(rule, port);
    const isPeer = coversPeer(view, rule, direction, policy.object.metadata.namespace, peer);
    return isPort && isPeer ? 3 : isPort || isPeer ? 2 : 1;
  });
  return Math.max(0, ...ratings);
}

function createdAt({ object }: ObjectItem): string {
  return textField(object, 'metadata', 'creationTimestamp') ?? '';
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
