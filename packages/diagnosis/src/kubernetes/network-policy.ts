import type { ObjectItem, View } from '../view.ts';
import { type Fields, fieldsAt, isPresentAt, labelsAt, listAt, numberAt, textAt, textsAt } from './fields.ts';
import { matchesSelector } from './label-selector.ts';
import { declaredPorts } from './services.ts';

const nameLabel = 'kubernetes.io/metadata.name';

export type Direction = 'Ingress' | 'Egress';

/** The other end of a connection: a pod, or an address outside. */
export interface Peer {
  readonly pod?: ObjectItem | undefined;
  readonly address?: string | undefined;
}

/** A port of a connection; `pod` is the pod that serves it, for rules that name ports. */
export interface TrafficPort {
  readonly port: number;
  readonly protocol: string;
  readonly pod?: ObjectItem | undefined;
}

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

const cache = new WeakMap<View, ReadonlyMap<string | undefined, readonly ObjectItem[]>>();

/** The policies that select a pod and limit this direction. */
export function isolatingPolicies(view: View, pod: ObjectItem, direction: Direction): readonly ObjectItem[] {
  let byNamespace = cache.get(view);
  if (byNamespace === undefined) {
    byNamespace = Map.groupBy(view.objects('NetworkPolicy'), ({ object }) => object.metadata.namespace);
    cache.set(view, byNamespace);
  }
  const labels = labelsAt(pod.object, 'metadata', 'labels');
  return (byNamespace.get(pod.object.metadata.namespace) ?? []).filter(
    ({ object }) => limits(object, direction) && matchesSelector(fieldsAt(object, 'spec', 'podSelector'), labels),
  );
}

/** The rules of a policy for a direction. */
export function policyRules(policy: ObjectItem, direction: Direction): readonly Fields[] {
  return listAt(policy.object, 'spec', direction === 'Ingress' ? 'ingress' : 'egress');
}

/** Whether a rule covers the port. */
export function coversPort(rule: Fields, { port, protocol, pod }: TrafficPort): boolean {
  const ports = listAt(rule, 'ports');
  return (
    ports.length === 0 ||
    ports.some((entry) => {
      if ((textAt(entry, 'protocol') ?? 'TCP') !== protocol) return false;
      const name = textAt(entry, 'port');
      const first =
        name === undefined
          ? numberAt(entry, 'port')
          : pod === undefined
            ? undefined
            : declaredPorts(pod.object).find((declared) => declared.name === name)?.port;
      if (first === undefined) return name === undefined;
      return port >= first && port <= (numberAt(entry, 'endPort') ?? first);
    })
  );
}

/** Whether a rule covers the peer; `namespace` is the policy's own. */
export function coversPeer(
  view: View,
  rule: Fields,
  direction: Direction,
  namespace: string | undefined,
  peer: Peer,
): boolean {
  const peers = listAt(rule, direction === 'Ingress' ? 'from' : 'to');
  return peers.length === 0 || peers.some((entry) => matchesPeer(view, entry, namespace, peer));
}

function limits(policy: unknown, direction: Direction): boolean {
  const types = textsAt(policy, 'spec', 'policyTypes');
  if (types.length > 0) return types.includes(direction);
  return direction === 'Ingress' || isPresentAt(policy, 'spec', 'egress');
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

function matchesPeer(view: View, entry: Fields, namespace: string | undefined, { pod, address }: Peer): boolean {
  if (isPresentAt(entry, 'ipBlock')) {
    const target = address ?? textAt(pod?.object, 'status', 'podIP');
    return (
      target !== undefined &&
      inBlock(target, textAt(entry, 'ipBlock', 'cidr')) &&
      !textsAt(entry, 'ipBlock', 'except').some((block) => inBlock(target, block))
    );
  }
  if (pod === undefined) return false;
  const podNamespace = pod.object.metadata.namespace;
  const isNamespace = isPresentAt(entry, 'namespaceSelector')
    ? matchesNamespace(view, fieldsAt(entry, 'namespaceSelector'), podNamespace)
    : podNamespace === namespace;
  return (
    isNamespace &&
    (!isPresentAt(entry, 'podSelector') ||
      matchesSelector(fieldsAt(entry, 'podSelector'), labelsAt(pod.object, 'metadata', 'labels')))
  );
}

/**
 * Every namespace carries its name as a label, also where the Namespace itself was not read; what other labels it has is
 * not known then, and a selector that asks for them gets the benefit of the doubt.
 */
function matchesNamespace(view: View, selector: Fields, namespace: string | undefined): boolean {
  if (namespace === undefined) return false;
  const found = view.object('Namespace', undefined, namespace);
  const labels = { ...labelsAt(found?.object, 'metadata', 'labels'), [nameLabel]: namespace };
  const keys = [
    ...Object.keys(labelsAt(selector, 'matchLabels')),
    ...listAt(selector, 'matchExpressions').map(({ key }) => key),
  ];
  if (found === undefined && keys.some((key) => key !== nameLabel)) return true;
  return matchesSelector(selector, labels);
}

/** Whether an IPv4 address lies in a CIDR block; an IPv6 block holds IPv6 addresses of the same text before `/`. */
export function inBlock(address: string, cidr: string | undefined): boolean {
  const [base = '', length = ''] = (cidr ?? '').split('/');
  const [value, start] = [numberOf(address), numberOf(base)];
  if (value === undefined || start === undefined)
    return base.includes(':') && address.includes(':') && (length === '0' || base === address);
  const size = 2 ** (32 - Math.min(Math.max(Number(length) || 0, 0), 32));
  return Math.floor(value / size) === Math.floor(start / size);
}

function numberOf(address: string): number | undefined {
  const parts = address.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

function createdAt({ object }: ObjectItem): string {
  return textAt(object, 'metadata', 'creationTimestamp') ?? '';
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
