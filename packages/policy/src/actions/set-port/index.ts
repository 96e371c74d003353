import { z } from 'zod';
import type { ActionDefinition } from '../../action-definition.ts';
import { Port } from '../../object/port.ts';
import { readPath } from '../../object/read-path.ts';
import { requireObject } from '../../object/require-object.ts';
import { targetChanged } from '../../object/target-changed.ts';
import { patchChange } from '../../patch/patch-change.ts';
import { setOperations } from '../../patch/set-operations.ts';

const Arguments = z.strictObject({ port: z.int().min(1).max(65535), targetPort: Port });
type Arguments = z.infer<typeof Arguments>;

/** Sends one port of a Service to another port of its pods. */
export const action: ActionDefinition<Arguments> = {
  type: 'set-port',
  title: "Correct a Service's target port",
  method: 'patch',
  disruptsPods: false,
  targets: ['v1/Service'],
  arguments: Arguments,
  classify: () => ({ class: 'R3', reasons: ['Traffic goes to another port.'] }),
  change(object, input) {
    const live = requireObject(object);
    const index = portIndex(live, input.port);
    if (index < 0) throw targetChanged(`Service ${live.metadata.name} has no port ${input.port}.`);
    return patchChange(setOperations(live, ['spec', 'ports', index, 'targetPort'], input.targetPort));
  },
  undo(before, input) {
    const earlier = Port.safeParse(
      readPath(before, 'spec', 'ports', portIndex(before, input.port), 'targetPort') ?? input.port,
    );
    return earlier.success
      ? { type: 'set-port', arguments: { port: input.port, targetPort: earlier.data } }
      : undefined;
  },
  describe: (input) => `Send port ${input.port} to port ${input.targetPort} of the pods.`,
};

function portIndex(service: unknown, port: number): number {
  const ports = readPath(service, 'spec', 'ports');
  return Array.isArray(ports) ? ports.findIndex((entry: unknown) => readPath(entry, 'port') === port) : -1;
}
