import { namesOf } from '../../expression/names-of.ts';
import { parseExpression } from '../../expression/parse-expression.ts';
import { millisecondsOf } from '../duration.ts';
import type { Template } from '../template.ts';
import type { WorkflowTemplate } from '../workflow-template.ts';
import { checkReferences } from './check-references.ts';
import { refuse } from './refuse.ts';

type Spec = WorkflowTemplate['spec'];

/** Checks a container template: its program, its references, and that it can be given its folders. */
export function checkContainer(template: Template, spec: Spec, parameters: ReadonlySet<string>, path: string): void {
  const { container } = template;
  if (container === undefined) return;
  const app = container.image.slice('auto-ops/'.length).split(':')[0];
  if (container.command[1] !== `/app/${app}.mjs`) {
    refuse(`${path}.container.command`, `the image of ${app} holds no ${container.command[1]}`);
  }
  const known = new Set([
    'workflow.name',
    ...(spec.onExit === template.name ? ['workflow.status'] : []),
    ...[...parameters].map((name) => `workflow.parameters.${name}`),
    ...(template.inputs?.parameters ?? []).map((input) => `inputs.parameters.${input.name}`),
  ]);
  checkMounts(container.volumeMounts, spec, known, path);
  for (const text of container.args) checkReferences(text, `${path}.container.args`, known);
  for (const { name, value } of container.env ?? []) checkReferences(value, `${path}.container.env[${name}]`, known);
  for (const output of template.outputs?.parameters ?? []) {
    const { path: file = '' } = output.valueFrom;
    checkReferences(file, `${path}.outputs.parameters[${output.name}]`, known);
    const isOwn = container.volumeMounts.some((mount) => mount.subPath && file.startsWith(`${mount.mountPath}/`));
    if (!isOwn) refuse(`${path}.outputs.parameters[${output.name}]`, `${file} is in no folder of the step`);
  }
  checkRetry(template, path);
}

function checkMounts(
  mounts: NonNullable<Template['container']>['volumeMounts'],
  spec: Spec,
  known: ReadonlySet<string>,
  path: string,
): void {
  const claim = spec.volumeClaimTemplates[0]?.metadata.name;
  const whole = mounts.find((mount) => mount.name === claim && mount.subPath === undefined);
  for (const mount of mounts) {
    const place = `${path}.container.volumeMounts[${mount.mountPath}]`;
    checkReferences(`${mount.mountPath}${mount.subPath ?? ''}`, place, known);
    const volume = (spec.volumes ?? []).find((candidate) => candidate.name === mount.name);
    if (mount.name !== claim && volume === undefined) refuse(place, `there is no volume ${mount.name}`);
    // One machine has one folder for the claim: a part of it must lie where the whole has it.
    const isPart = mount.name === claim && mount.subPath !== undefined;
    const isElsewhere = isPart && mount.mountPath !== `${whole?.mountPath}/${mount.subPath}`;
    if (isElsewhere) refuse(place, `it must be mounted at ${whole?.mountPath ?? 'the claim'}/${mount.subPath}`);
    if (volume?.configMap !== undefined && !mount.mountPath.startsWith(`${whole?.mountPath}/`)) {
      refuse(place, 'a ConfigMap must be mounted inside the claim');
    }
  }
}

function checkRetry({ retryStrategy }: Template, path: string): void {
  if (retryStrategy === undefined) return;
  const unknown = namesOf(parseExpression(retryStrategy.expression)).find(
    (name) => !['lastRetry.exitCode', 'lastRetry.status'].includes(name),
  );
  if (unknown !== undefined) refuse(`${path}.retryStrategy.expression`, `${unknown} is not known here`);
  for (const duration of [retryStrategy.backoff?.duration, retryStrategy.backoff?.cap]) {
    if (duration !== undefined) millisecondsOf(duration);
  }
}
