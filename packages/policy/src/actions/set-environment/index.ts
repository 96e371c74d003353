import { z } from 'zod';
import type { ActionDefinition } from '../../action-definition.ts';
import { findContainer } from '../../object/find-container.ts';
import { requireObject } from '../../object/require-object.ts';
import { rollingWorkloads } from '../../object/rolling-workloads.ts';
import { environmentOperations } from '../../patch/environment-operations.ts';
import { patchChange } from '../../patch/patch-change.ts';
import { undoEnvironment } from '../../patch/undo-environment.ts';

// A literal must neither carry a secret nor make a program load or trust something else.
const isAllowedName = (name: string) =>
  !/password|passwd|secret|token|credential|private|api_?key|access_?key/i.test(name) &&
  !/^(LD_|DYLD_|BASH_ENV$|ENV$|PATH$|PYTHON(PATH|STARTUP)$|NODE_(OPTIONS|EXTRA_CA_CERTS|TLS_REJECT_UNAUTHORIZED)$|JAVA_TOOL_OPTIONS$|_?JAVA_OPTIONS$|RUBYOPT$|PERL5(OPT|LIB)$|SSL_CERT_|KUBERNETES_)|_PROXY$/i.test(
    name,
  );

const Arguments = z.strictObject({
  container: z.string().max(63),
  name: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_.-]{0,254}$/)
    .refine(isAllowedName, 'a variable that may hold a secret or changes what a program loads or trusts'),
  /** `null` removes the variable. */
  value: z.string().max(4096).nullable(),
});
type Arguments = z.infer<typeof Arguments>;

/** Sets or removes one environment variable with a literal value; never a secret. */
export const action: ActionDefinition<Arguments> = {
  type: 'set-environment',
  title: 'Set an environment variable',
  method: 'patch',
  disruptsPods: true,
  targets: [...rollingWorkloads, 'batch/v1/CronJob'],
  arguments: Arguments,
  classify: () => ({ class: 'R3', reasons: ['The configuration of a program changes.'] }),
  change(object, input) {
    const live = requireObject(object);
    const { path, container } = findContainer(live, input.container);
    const entry = input.value === null ? undefined : { name: input.name, value: input.value };
    return patchChange(environmentOperations(path, container, input.name, entry));
  },
  undo: (before, input) => (before === undefined ? undefined : undoEnvironment(before, input.container, input.name)),
  describe: (input) =>
    input.value === null
      ? `Remove the variable ${input.name} from container ${input.container}.`
      : `Set the variable ${input.name} of container ${input.container}.`,
};
