import { textField } from '../../fields/text-field.ts';
import type { ObjectItem, View } from '../../view.ts';

/** What a host name means to a pod of a namespace. */
export type HostMeaning =
  | { readonly kind: 'service'; readonly service: ObjectItem }
  /** A name of the cluster's form for which complete evidence holds no Service. */
  | { readonly kind: 'missing'; readonly namespace: string; readonly name: string }
  | { readonly kind: 'external' }
  | { readonly kind: 'unknown' };

const address = /^\d{1,3}(\.\d{1,3}){3}$|^[0-9a-f:]*:[0-9a-f:]*$/i;

/** Resolves `name`, `name.namespace`, `name.namespace.svc` … and cluster addresses as a pod of the namespace would. */
export function resolveHost(view: View, namespace: string | undefined, host: string): HostMeaning {
  if (host === 'localhost' || host.startsWith('127.')) return { kind: 'unknown' };
  if (address.test(host)) {
    const service = servicesByAddress(view).get(host);
    return service === undefined ? { kind: 'external' } : { kind: 'service', service };
  }
  const plain = host.replace(/\.$/, '').toLowerCase();
  const clusterForm = /^(?:[a-z0-9-]+\.)?([a-z0-9-]+)\.([a-z0-9-]+)\.svc(?:\.[a-z0-9.-]+)?$/.exec(plain);
  if (clusterForm !== null) {
    // `pod.service.namespace.svc` names one pod of a headless Service.
    return find(view, clusterForm[2], clusterForm[1]) ?? missing(view, clusterForm[2], clusterForm[1]);
  }
  const parts = plain.split('.');
  if (parts.length === 1) return find(view, namespace, plain) ?? missing(view, namespace, plain);
  if (parts.length === 2) {
    const found = find(view, parts[1], parts[0]) ?? find(view, namespace, parts[1]);
    if (found !== undefined) return found;
    if (view.object('Namespace', undefined, parts[1] ?? '') !== undefined) return missing(view, parts[1], parts[0]);
  }
  return { kind: 'external' };
}

const cache = new WeakMap<View, ReadonlyMap<string, ObjectItem>>();

function servicesByAddress(view: View): ReadonlyMap<string, ObjectItem> {
  const known = cache.get(view);
  if (known !== undefined) return known;
  const found = new Map(
    view.objects('Service').map((item) => [textField(item.object, 'spec', 'clusterIP') ?? '', item]),
  );
  cache.set(view, found);
  return found;
}

function find(view: View, namespace: string | undefined, name: string | undefined): HostMeaning | undefined {
  const service = name === undefined ? undefined : view.object('Service', namespace, name);
  return service === undefined ? undefined : { kind: 'service', service };
}

function missing(view: View, namespace: string | undefined, name: string | undefined): HostMeaning {
  if (namespace === undefined || name === undefined || !view.covers('Service', namespace)) return { kind: 'unknown' };
  return { kind: 'missing', namespace, name };
}
