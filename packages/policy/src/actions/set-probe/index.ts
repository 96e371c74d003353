import type { JsonValue } from '@auto-ops/contracts';
import { z } from 'zod';
import type { ActionDefinition } from '../../action-definition.ts';
import { findContainer } from '../../object/find-container.ts';
import { Port } from '../../object/port.ts';
import type { Probe } from '../../object/probe.ts';
import { requireObject } from '../../object/require-object.ts';
import { rollingWorkloads } from '../../object/rolling-workloads.ts';
import { targetChanged } from '../../object/target-changed.ts';
import { patchChange } from '../../patch/patch-change.ts';
import { setOperations } from '../../patch/set-operations.ts';

const seconds = z.int().min(0).max(3600).nullable().optional();
const timings = ['initialDelaySeconds', 'periodSeconds', 'timeoutSeconds', 'failureThreshold'] as const;

/** What is not named stays; `null` gives a timing back to its default. */
const Arguments = z
  .strictObject({
    container: z.string().max(63),
    probe: z.enum(['readiness', 'liveness', 'startup']),
    port: Port.optional(),
    path: z
      .string()
      .regex(/^\/[\x21-\x7e]{0,499}$/)
      .optional(),
    initialDelaySeconds: seconds,
    periodSeconds: seconds,
    timeoutSeconds: seconds,
    failureThreshold: seconds,
  })
  .refine((input) => Object.keys(input).length > 2, 'something to change');
type Arguments = z.infer<typeof Arguments>;

/** Corrects the port, the path or the timings of one probe of one container; a probe is never added or removed. */
export const action: ActionDefinition<Arguments> = {
  type: 'set-probe',
  title: 'Correct a probe',
  method: 'patch',
  disruptsPods: true,
  targets: rollingWorkloads,
  arguments: Arguments,
  classify: () => ({ class: 'R3', reasons: ['What counts as healthy changes.'] }),
  change(object, input) {
    const live = requireObject(object);
    const { path, container } = findContainer(live, input.container);
    const probe = container[`${input.probe}Probe`];
    if (probe === undefined) throw targetChanged(`Container ${input.container} has no ${input.probe} probe.`);
    const base = [...path, `${input.probe}Probe`];
    const handler = handlerOf(probe);
    if (handler === undefined && (input.port ?? input.path) !== undefined)
      throw targetChanged(`The ${input.probe} probe of container ${input.container} asks no port.`);
    if (handler !== 'httpGet' && input.path !== undefined)
      throw targetChanged(`The ${input.probe} probe of container ${input.container} asks no path.`);
    return patchChange([
      ...(input.port === undefined ? [] : setOperations(live, [...base, handler ?? '', 'port'], input.port)),
      ...(input.path === undefined ? [] : setOperations(live, [...base, 'httpGet', 'path'], input.path)),
      ...timings.flatMap((timing) =>
        input[timing] === undefined ? [] : setOperations(live, [...base, timing], input[timing] ?? undefined),
      ),
    ]);
  },
  undo(before, input) {
    const probe =
      before === undefined ? undefined : findContainer(before, input.container).container[`${input.probe}Probe`];
    if (probe === undefined) return undefined;
    const handler = handlerOf(probe);
    const earlier: Record<string, JsonValue> = { container: input.container, probe: input.probe };
    const port = handler === undefined ? undefined : probe[handler]?.port;
    if (input.port !== undefined && port !== undefined) earlier.port = port;
    if (input.path !== undefined) earlier.path = probe.httpGet?.path ?? '/';
    for (const timing of timings) if (input[timing] !== undefined) earlier[timing] = probe[timing] ?? null;
    return { type: 'set-probe', arguments: earlier };
  },
  describe(input) {
    const { container, probe, ...changes } = input;
    const parts = Object.entries(changes).map(([name, value]) => `${name} ${value ?? 'default'}`);
    return `Set the ${probe} probe of container ${container} to ${parts.join(', ')}.`;
  },
};

function handlerOf(probe: Probe): 'httpGet' | 'tcpSocket' | 'grpc' | undefined {
  return (['httpGet', 'tcpSocket', 'grpc'] as const).find((handler) => probe[handler] !== undefined);
}
