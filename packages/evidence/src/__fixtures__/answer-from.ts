import type { KubernetesObject } from '@auto-ops/contracts';
import type { LoopbackAnswer, ReceivedRequest } from '@auto-ops/testing';

/** Answers lists out of these objects, by namespace, `limit` a page; logs by `namespace/pod/container`, `-p` for the previous one. */
export function answerFrom(
  objects: readonly (KubernetesObject & { plural: string })[],
  logs: Readonly<Record<string, string>> = {},
): (request: ReceivedRequest) => LoopbackAnswer {
  return ({ path }) => {
    const url = new URL(path, 'http://x');
    const log = /^\/api\/v1\/namespaces\/([^/]+)\/pods\/([^/]+)\/log$/.exec(url.pathname);
    if (log !== null) {
      const suffix = url.searchParams.get('previous') === 'true' ? '-p' : '';
      const text = logs[`${log[1]}/${log[2]}/${url.searchParams.get('container')}${suffix}`];
      return text === undefined ? { status: 404, body: { kind: 'Status', message: 'no such log' } } : { body: text };
    }
    const match = /^\/apis?\/(?:[^/]+\/)?v\d\/(?:namespaces\/([^/]+)\/)?([a-z]+)$/.exec(url.pathname);
    if (match === null) return { status: 404, body: { kind: 'Status', message: 'not found' } };
    const [, namespace, plural] = match;
    const found = objects
      .filter((object) => object.plural === plural && (namespace === undefined || object.metadata.namespace === namespace))
      .map(({ plural: _, kind: __, apiVersion: ___, ...rest }) => rest);
    const start = Number(url.searchParams.get('continue') ?? 0);
    const limit = Number(url.searchParams.get('limit') ?? found.length);
    const next = start + limit < found.length ? String(start + limit) : undefined;
    return { body: { kind: 'List', metadata: { continue: next }, items: found.slice(start, start + limit) } };
  };
}
