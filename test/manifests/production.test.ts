import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findProgram } from './find-program.ts';
import type { Manifest } from './manifest.ts';
import { podsOf } from './pods-of.ts';
import { problemsOf } from './problems-of.ts';
import { renderEdited } from './render-edited.ts';
import { renderOverlay } from './render-overlay.ts';
import { root } from './template.ts';
import { theOne } from './the-one.ts';

const isHere = findProgram('kubectl') !== undefined;
const apps = readdirSync(join(root, 'apps'));
const templatesOf = (manifests: readonly Manifest[]) => manifests.filter(({ kind }) => kind === 'WorkflowTemplate');

describe.skipIf(!isHere)('production, by kubectl kustomize (put kubectl on the PATH where this is skipped)', () => {
  const manifests = isHere ? renderOverlay(['overlays/production']) : [];
  const settings = manifests.filter(({ kind }) => kind === 'ConfigMap');

  it('holds what the base is held to', () => {
    expect(manifests.length).toBeGreaterThan(50);
    expect(problemsOf(manifests)).toEqual([]);
  });

  it('brings no Secret but the one that Kubernetes fills', () => {
    const secrets = manifests.filter(({ kind }) => kind === 'Secret');

    expect(secrets.filter(({ type }) => type !== 'kubernetes.io/service-account-token')).toEqual([]);
    expect(JSON.stringify(manifests)).not.toMatch(/protects-nothing/);
  });

  it('speaks TLS to the run API, and verifies what it speaks to', () => {
    const asking = settings.filter(({ data }) => data?.AUTO_OPS_RUN_API !== undefined);

    expect(asking.length).toBeGreaterThan(0);
    expect(asking.filter(({ data }) => !data.AUTO_OPS_RUN_API.startsWith('https://'))).toEqual([]);
    expect(asking.filter(({ data }) => data.AUTO_OPS_RUN_API_INSECURE !== 'false')).toEqual([]);
    expect(theOne(settings, 'ConfigMap', 'auto-ops-gateway').data).toMatchObject({
      AUTO_OPS_ARGO_SERVER_VERIFY: 'true',
      AUTO_OPS_ARGO_SERVER: expect.stringMatching(/^https:/),
      AUTO_OPS_RUN_API_CERTIFICATE: '/etc/auto-ops/run-api/tls.crt',
    });
    const sensors = manifests.filter(({ kind }) => kind === 'Sensor');
    expect(JSON.stringify(manifests)).not.toContain('http://auto-ops-run-api');
    expect(
      sensors.flatMap(({ spec }) => JSON.stringify(spec).match(/https:\/\/auto-ops-run-api[^"]*/g) ?? []),
    ).toContain('https://auto-ops-run-api.auto-ops.svc:8443/v1/dead-letters');
    expect(sensors.filter(({ spec }) => !JSON.stringify(spec.template).includes('"SSL_CERT_FILE"'))).toEqual([]);
    const unverified = sensors.filter(({ spec }) =>
      spec.template?.container?.env?.some(
        ({ name, value }: { name: string; value?: string }) =>
          name === 'ARGO_INSECURE_SKIP_VERIFY' && value !== 'false',
      ),
    );
    expect(unverified).toEqual([]);
  });

  it('takes GitHub in under the same TLS', () => {
    const both = renderEdited('overlays/production', (text) =>
      text.replace('  - bounds.yaml\n', '  - bounds.yaml\n  - ../github\n'),
    );
    const { data } = theOne(both, 'ConfigMap', 'auto-ops-intake');

    expect(data).toMatchObject({
      AUTO_OPS_RUN_API: 'https://auto-ops-run-api.auto-ops.svc:8443',
      AUTO_OPS_RUN_API_INSECURE: 'false',
    });
    expect(JSON.stringify(both)).not.toContain('http://auto-ops-run-api');
    expect(JSON.stringify(theOne(both, 'Sensor', 'auto-ops-intake').spec.template)).toContain('"SSL_CERT_FILE"');
    expect(problemsOf(both)).toEqual([]);
  });

  it('takes nothing away of what the base says about pods', () => {
    const said = templatesOf(renderOverlay(['base'])).filter(({ spec }) => spec.podSpecPatch !== undefined);

    expect(said.length).toBeGreaterThan(0);
    for (const { metadata, spec } of said) {
      const { podSpecPatch } = theOne(manifests, 'WorkflowTemplate', metadata.name).spec;
      expect(parse(podSpecPatch)).toMatchObject(parse(spec.podSpecPatch));
    }
  });

  it('gives every step the authorities, and none a key', () => {
    const patches = templatesOf(manifests).map(({ spec }) => String(spec.podSpecPatch));

    expect(patches.length).toBeGreaterThan(0);
    expect(patches.filter((patch) => !/NODE_EXTRA_CA_CERTS[\s\S]*auto-ops-trust/.test(patch))).toEqual([]);
    expect(patches.filter((patch) => /secret|tls\.key|\{\{/i.test(patch))).toEqual([]);
  });

  it('names a place for each image, and nobody is left behind', () => {
    const images = podsOf(manifests).map(({ container }) => container.image as string);
    const built = apps.filter((app) => app !== 'cli');

    expect(images.filter((image) => !image.startsWith('registry.example.org/auto-ops/'))).toEqual([]);
    expect(built.filter((app) => !images.some((image) => image.includes(`/auto-ops/${app}:`)))).toEqual([]);
  });

  it('has one gateway that is recreated, with a priority that evicts nobody', () => {
    const { spec } = theOne(manifests, 'Deployment', 'auto-ops-gateway');
    const priority = theOne(manifests, 'PriorityClass', spec.template.spec.priorityClassName);

    expect(spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
    expect(priority).toMatchObject({ preemptionPolicy: 'Never', globalDefault: false });
    expect(templatesOf(manifests).filter(({ spec: { podPriorityClassName: name } }) => name !== 'auto-ops')).toEqual(
      [],
    );
  });

  it('lets nobody reach the hooks whose namespace nobody has labelled', () => {
    const { ingress } = theOne(manifests, 'NetworkPolicy', 'gateway').spec;

    expect(ingress.filter(({ from }: { from?: object[] }) => from === undefined)).toEqual([]);
  });
});
