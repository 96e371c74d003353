import { AutoOpsError } from '@auto-ops/contracts';
import { replaceReferences } from '../../template/replace-references.ts';
import type { Template } from '../../template/template.ts';
import type { ActiveRun } from '../active-run.ts';
import type { Folders } from '../folders.ts';
import type { NodeState } from '../node-state.ts';
import type { StepCall } from './step-call.ts';

/** Turns a container template and its inputs into a call: references replaced, mounted paths become folders. */
export function resolveStep(run: ActiveRun, template: Template, node: NodeState, folders: Folders): StepCall {
  const { container } = template;
  if (container === undefined) throw new AutoOpsError('DEFECT', `${template.name} is no container template`);
  const fill = (text: string): string =>
    replaceReferences(text, (reference) => meaningOfReference(run, node, reference));
  const temporary = folders.temporary(run.state.name, node.id);
  const { spec } = run.definition;
  const claim = spec.volumeClaimTemplates[0]?.metadata.name;
  const places = container.volumeMounts.flatMap((mount) => {
    const volume = spec.volumes?.find((candidate) => candidate.name === mount.name);
    if (mount.name === claim && mount.subPath === undefined)
      return [{ seen: mount.mountPath, folder: folders.run(run.state.name) }];
    return volume?.emptyDir === undefined ? [] : [{ seen: mount.mountPath, folder: temporary }];
  });
  const locate = (text: string): string => {
    const place = places.find(({ seen }) => text === seen || text.startsWith(`${seen}/`));
    return place === undefined ? text : place.folder + text.slice(place.seen.length);
  };
  return {
    app: container.image.slice('auto-ops/'.length).split(':')[0] ?? '',
    args: container.args.map((text) => locate(fill(text))),
    configNames: (container.envFrom ?? []).flatMap(({ configMapRef, secretRef }) =>
      [configMapRef?.name, secretRef?.name].filter((name) => name !== undefined),
    ),
    variables: Object.fromEntries((container.env ?? []).map(({ name, value }) => [name, locate(fill(value))])),
    ownFolders: container.volumeMounts
      .filter((mount) => mount.name === claim && mount.subPath !== undefined && mount.readOnly !== true)
      .map((mount) => locate(fill(mount.mountPath))),
    temporary,
    outputs: (template.outputs?.parameters ?? []).map(({ name, valueFrom }) => ({
      name,
      path: locate(fill(valueFrom.path ?? '')),
      fallback: valueFrom.default,
    })),
    deadlineSeconds: template.activeDeadlineSeconds,
  };
}

function meaningOfReference(run: ActiveRun, node: NodeState, reference: string): string {
  const name = reference.split('.')[2] ?? '';
  const root = run.nodes.get(run.state.name);
  const value =
    reference === 'workflow.name'
      ? run.state.name
      : reference === 'workflow.status'
        ? root?.phase
        : reference.startsWith('workflow.')
          ? run.state.parameters[name]
          : node.inputs[name];
  if (value === undefined) throw new AutoOpsError('DEFECT', `{{${reference}}} has no value in ${node.id}`);
  return value;
}
