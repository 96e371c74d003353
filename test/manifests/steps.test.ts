import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Step, steps, Zone } from '@auto-ops/contracts';
import { stepEnvironment, stepVariableNames } from '@auto-ops/engine';
import { describe, expect, it } from 'vitest';
import { incidentTemplate, root } from './template.ts';

const { spec } = incidentTemplate();
const stepTemplates = spec.templates.filter((template) => template.container !== undefined);
const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version as string;

/** `collect-cluster` runs the step `collect` in the zone `cluster`. */
function stepOf(template: string): { step: Step | undefined; zone: string | undefined } {
  const exact = steps.find((step) => step.name === template);
  if (exact !== undefined) return { step: exact, zone: undefined };
  const zone = Zone.options.find((candidate) => template.endsWith(`-${candidate}`));
  return { step: steps.find((step) => `${step.name}-${zone}` === template), zone };
}

/** Apply and undo share the account that may write; the steps of the actuator without a right on a cluster share another. */
function accountOf(step: Step, zone: string | undefined): string {
  if (step.app !== 'actuator') return [step.app, zone].filter(Boolean).join('-');
  if (step.name === 'rehearse') return 'actuator-rehearse';
  return step.name === 'apply' || step.name === 'undo' ? 'actuator-apply' : 'actuator';
}

it('every step of the table has a template, and every container template is such a step', () => {
  const found = stepTemplates.map((template) => stepOf(template.name).step?.name);

  expect([...new Set(found)].sort()).toEqual(steps.map((step) => step.name).sort());
});

describe.each(stepTemplates.map((template) => [template.name, template] as const))('%s', (name, template) => {
  const { step, zone } = stepOf(name);
  const container = template.container;
  if (step === undefined || container === undefined) throw new Error(`${name} is no step`);
  const folder = step.folder.replace(/<(\w+)>/g, '{{inputs.parameters.$1}}');

  it('runs the app of its step, of this version', () => {
    expect(container.image).toBe(`auto-ops/${step.app}:${version}`);
    expect(container.command).toEqual(['node', `/app/${step.app}.mjs`]);
  });

  it('gives the command the arguments that the table names', () => {
    const [command, ...rest] = container.args;
    const given = Object.fromEntries(rest.flatMap((word, index) => (index % 2 === 0 ? [[word, rest[index + 1]]] : [])));
    const wanted = step.flags.map((flag) => [`--${flag}`, flag === 'zone' ? zone : `{{inputs.parameters.${flag}}}`]);

    expect(command).toBe(step.name);
    expect(given).toEqual({ '--workspace': '/workspace', ...Object.fromEntries(wanted) });
  });

  it('writes its own folder and nothing else', () => {
    const writable = container.volumeMounts.filter((mount) => mount.readOnly !== true && mount.name !== 'temporary');

    expect(writable).toEqual([{ name: 'workspace', mountPath: `/workspace/${folder}`, subPath: folder }]);
  });

  it('hands on the outputs that the table names, each with a default', () => {
    const outputs = template.outputs?.parameters ?? [];

    expect(outputs.map((output) => output.name)).toEqual(step.outputs);
    for (const { name: output, valueFrom } of outputs) {
      expect(valueFrom.path).toBe(`/workspace/${folder}/outputs/${output}`);
    }
  });

  it('has an account, a deadline and settings of its own zone', () => {
    const ownZone = zone ?? (step.app === 'actuator' || step.name === 'check' ? step.name : undefined);
    const settings = ['auto-ops', step.app, ownZone].filter(Boolean).join('-');
    // What verifies decisions: the public half of the gateway's key.
    const keys = step.name === 'decide' || step.name === 'apply' ? ['auto-ops-decision-keys'] : [];
    const allowed = [settings, `auto-ops-${step.app}`, ...keys];
    const names = (container.envFrom ?? []).map((source) => source.configMapRef?.name ?? source.secretRef?.name);
    const secrets = (container.envFrom ?? []).flatMap((source) => source.secretRef?.name ?? []);

    expect(template.serviceAccountName).toBe(accountOf(step, ownZone));
    expect(template.activeDeadlineSeconds).toBeGreaterThan(0);
    expect(names.filter((one) => !allowed.includes(one ?? ''))).toEqual([]);
    expect(secrets.filter((one) => one !== settings)).toEqual([]);
  });

  it('names only variables that its app reads', () => {
    for (const { name: variable } of container.env ?? []) expect(stepVariableNames).toContain(variable);
  });

  it('runs restricted', () => {
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(container.resources).toMatchObject({
      requests: { cpu: expect.any(String) },
      limits: { memory: expect.any(String) },
    });
  });

  it('has the token of the run API exactly where its zone is told the address', () => {
    const variables = (container.envFrom ?? []).flatMap((source) =>
      Object.keys(stepEnvironment(source.configMapRef?.name ?? '', { AUTO_OPS_RUN_API: 'https://gateway' })),
    );

    expect(container.volumeMounts.some((mount) => mount.name === 'run-token')).toBe(variables.length > 0);
  });
});

it('check gets no Secret, no token and none of the settings of the fixer', () => {
  const check = stepTemplates.find((template) => template.name === 'check')?.container;

  expect(check?.envFrom).toEqual([{ configMapRef: { name: 'auto-ops-fixer-check', optional: true } }]);
  expect(check?.volumeMounts.some((mount) => mount.name.endsWith('-token'))).toBe(false);
});

it('nothing but apply and undo has both the Kubernetes token and no bound on writing', () => {
  const withToken = stepTemplates.filter((template) =>
    template.container?.volumeMounts.some((mount) => mount.name === 'kubernetes-token'),
  );

  expect(withToken.map((template) => template.name).sort()).toEqual(
    ['apply', 'collect-cluster', 'observe-cluster', 'rehearse', 'undo'].sort(),
  );
});
