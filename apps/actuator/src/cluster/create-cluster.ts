import { AutoOpsError, KubernetesObject } from '@auto-ops/contracts';
import type { LiveObject, PatchOperation } from '@auto-ops/policy';
import { z } from 'zod';
import type { Cluster, ObjectReference, WriteAnswer, WriteOptions } from './cluster.ts';
import type { ApiAnswer, Connection } from './connection.ts';
import { goJson } from './go-json.ts';
import { defaultPatience, type Patience } from './patience.ts';
import { resourcePath } from './resource-path.ts';
import { sendWithRetry } from './send-with-retry.ts';

const Page = z.looseObject({
  items: z.array(z.looseObject({})),
  metadata: z.looseObject({ continue: z.string().optional() }).optional(),
});
const Status = z.looseObject({ message: z.string().optional(), reason: z.string().optional() });

/** The write client of the actuator over a connection. */
export function createCluster(connection: Connection, patience: Patience = defaultPatience): Cluster {
  const send = (method: string, path: string, type?: string, value?: unknown) =>
    sendWithRetry(connection, patience, method, path, type === undefined ? undefined : { type, text: goJson(value) });

  return {
    async read(reference) {
      const path = pathOf(reference);
      const answer = await send('GET', path);
      if (answer.status === 404) return undefined;
      return parseObject(answer, 'GET', path);
    },

    async list(kind, namespace) {
      const separator = kind.lastIndexOf('/');
      const [apiVersion, name] = [kind.slice(0, separator), kind.slice(separator + 1)];
      const path = resourcePath(apiVersion, name, namespace);
      const objects: LiveObject[] = [];
      let next = '';
      do {
        const answer = await send(
          'GET',
          `${path}?limit=500${next === '' ? '' : `&continue=${encodeURIComponent(next)}`}`,
        );
        const page = Page.parse(parseJson(answer, 'GET', path));
        // The API leaves apiVersion and kind out of the members of a list.
        for (const item of page.items)
          objects.push(KubernetesObject.parse({ ...item, apiVersion, kind: name }) as LiveObject);
        next = page.metadata?.continue ?? '';
      } while (next !== '');
      return objects;
    },

    async patch(reference, operations, options) {
      const path = `${pathOf(reference)}?fieldManager=auto-ops${options.dryRun ? '&dryRun=All' : ''}`;
      const answer = await send('PATCH', path, 'application/json-patch+json', [
        ...preconditions(options),
        ...operations,
      ]);
      return writeAnswer(answer, 'PATCH', path);
    },

    async remove(reference, options) {
      const path = `${pathOf(reference)}${options.dryRun ? '?dryRun=All' : ''}`;
      const answer = await send('DELETE', path, 'application/json', {
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        preconditions: { uid: options.uid, resourceVersion: options.resourceVersion },
        ...(options.dryRun && { dryRun: ['All'] }),
      });
      return writeAnswer(answer, 'DELETE', path);
    },
  };
}

function pathOf(reference: ObjectReference): string {
  return resourcePath(reference.apiVersion, reference.kind, reference.namespace, reference.name);
}

/** A `replace` of the version with itself, not a `test`: the server answers a stale version with 409 and a failed test with 422. */
function preconditions(options: WriteOptions): readonly PatchOperation[] {
  return [
    { op: 'test', path: '/metadata/uid', value: options.uid },
    { op: 'replace', path: '/metadata/resourceVersion', value: options.resourceVersion },
  ];
}

function writeAnswer(answer: ApiAnswer, method: string, path: string): WriteAnswer {
  if (answer.status === 404) return { outcome: 'gone' };
  if (answer.status === 409) return { outcome: 'conflict' };
  if (answer.status === 400 || answer.status === 403 || answer.status === 422) {
    return { outcome: 'refused', status: answer.status, reason: statusText(answer) };
  }
  return { outcome: 'done', object: parseObject(answer, method, path) };
}

function parseObject(answer: ApiAnswer, method: string, path: string): LiveObject {
  const value = parseJson(answer, method, path);
  // A DELETE may answer a Status instead of the object; it names what it is about in `details`.
  const isStatus = (value as { kind?: unknown }).kind === 'Status';
  return KubernetesObject.parse(isStatus ? { ...(value as object), metadata: { name: '' } } : value) as LiveObject;
}

function parseJson(answer: ApiAnswer, method: string, path: string): unknown {
  if (answer.status === 403) throw new AutoOpsError('KUBERNETES_FORBIDDEN', `${method} ${path}: ${statusText(answer)}`);
  if (answer.status === 404) throw new AutoOpsError('KUBERNETES_FAILED', `${method} ${path}: 404`);
  if (answer.status >= 300)
    throw new AutoOpsError('KUBERNETES_FAILED', `${method} ${path}: ${answer.status} ${statusText(answer)}`);
  try {
    return JSON.parse(answer.body);
  } catch (cause) {
    throw new AutoOpsError('KUBERNETES_FAILED', `${method} ${path}: the answer is not JSON`, { cause });
  }
}

function statusText(answer: ApiAnswer): string {
  try {
    const status = Status.parse(JSON.parse(answer.body));
    return (status.message ?? status.reason ?? '').slice(0, 500);
  } catch {
    return answer.body.slice(0, 200);
  }
}
