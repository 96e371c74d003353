import type { JsonValue } from '@auto-ops/contracts';
import { z } from 'zod';
import type { ActionDefinition } from '../../action-definition.ts';
import { Port } from '../../object/port.ts';
import { readPath } from '../../object/read-path.ts';
import { requireObject } from '../../object/require-object.ts';
import { targetChanged } from '../../object/target-changed.ts';
import { patchChange } from '../../patch/patch-change.ts';
import { setOperations } from '../../patch/set-operations.ts';

/** `host` and `path` name the rule; both `null` is the default backend. */
const Arguments = z.strictObject({
  host: z.string().max(253).nullable(),
  path: z.string().max(500).nullable(),
  service: z.string().regex(/^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/),
  port: Port,
});
type Arguments = z.infer<typeof Arguments>;

/** Sends one path of an Ingress to another Service or port. */
export const action: ActionDefinition<Arguments> = {
  type: 'set-backend',
  title: "Correct an Ingress's backend",
  method: 'patch',
  disruptsPods: false,
  targets: ['networking.k8s.io/v1/Ingress'],
  arguments: Arguments,
  classify: () => ({ class: 'R3', reasons: ['Traffic from outside goes to another Service.'] }),
  change(object, input) {
    const live = requireObject(object);
    const keys = backendKeys(live, input);
    if (keys === undefined)
      throw targetChanged(
        `Ingress ${live.metadata.name} has no backend for ${input.host ?? 'any host'} ${input.path ?? ''}.`,
      );
    const port = typeof input.port === 'number' ? { number: input.port } : { name: input.port };
    return patchChange(setOperations(live, [...keys, 'service'], { name: input.service, port }));
  },
  undo(before, input) {
    const keys = backendKeys(before, input);
    const service = keys === undefined ? undefined : readPath(before, ...keys, 'service', 'name');
    const port =
      readPath(before, ...(keys ?? []), 'service', 'port', 'number') ??
      readPath(before, ...(keys ?? []), 'service', 'port', 'name');
    if (service === undefined || port === undefined) return undefined;
    const { host, path } = input;
    return { type: 'set-backend', arguments: { host, path, service: service as JsonValue, port: port as JsonValue } };
  },
  describe: (input) =>
    `Send ${input.host ?? 'any host'} ${input.path ?? '(default)'} to port ${input.port} of Service ${input.service}.`,
};

function backendKeys(ingress: unknown, input: Arguments): (string | number)[] | undefined {
  if (input.host === null && input.path === null && readPath(ingress, 'spec', 'defaultBackend') !== undefined)
    return ['spec', 'defaultBackend'];
  const rules = readPath(ingress, 'spec', 'rules');
  if (!Array.isArray(rules)) return undefined;
  for (const [index, rule] of rules.entries()) {
    if ((readPath(rule, 'host') ?? null) !== input.host) continue;
    const paths = readPath(rule, 'http', 'paths');
    const found = Array.isArray(paths)
      ? paths.findIndex((entry: unknown) => (readPath(entry, 'path') ?? null) === input.path)
      : -1;
    if (found >= 0) return ['spec', 'rules', index, 'http', 'paths', found, 'backend'];
  }
  return undefined;
}
