import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findProgram } from './find-program.ts';
import type { Manifest } from './manifest.ts';
import { podsOf } from './pods-of.ts';
import { renderEdited } from './render-edited.ts';
import { renderOverlay } from './render-overlay.ts';
import { rightsOf } from './rights-of.ts';
import { rules } from './rules/index.ts';
import { root } from './template.ts';

const isHere = findProgram('kubectl') !== undefined;
const apps = readdirSync(join(root, 'apps'));
const one = (manifests: readonly Manifest[], kind: string, name: string) => {
  const found = manifests.find((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  if (found === undefined) throw new Error(`there is no ${kind} ${name}`);
  return found;
};
const templatesOf = (manifests: readonly Manifest[]) => manifests.filter(({ kind }) => kind === 'WorkflowTemplate');
const step = (manifests: readonly Manifest[], name: string) =>
  one(manifests, 'WorkflowTemplate', 'auto-ops-incident').spec.templates.find(
    (template: { name: string }) => template.name === name,
  );
/** What the rules say of a rendering, with images and the run API under the names that they have here. */
const problemsOf = (manifests: readonly Manifest[]) => {
  const text = JSON.stringify(manifests)
    .replaceAll('registry.example.org/auto-ops/', 'auto-ops/')
    .replaceAll('https://auto-ops-run-api', 'http://auto-ops-run-api');
  return Object.values(rules).flatMap((rule) => rule.check(JSON.parse(text)));
};

describe.skipIf(!isHere)('overlays, by kubectl kustomize (put kubectl on the PATH where this is skipped)', () => {
  describe('production', () => {
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
      expect(one(settings, 'ConfigMap', 'auto-ops-gateway').data).toMatchObject({
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
      const { data } = one(both, 'ConfigMap', 'auto-ops-intake');

      expect(data).toMatchObject({
        AUTO_OPS_RUN_API: 'https://auto-ops-run-api.auto-ops.svc:8443',
        AUTO_OPS_RUN_API_INSECURE: 'false',
      });
      expect(JSON.stringify(both)).not.toContain('http://auto-ops-run-api');
      expect(JSON.stringify(one(both, 'Sensor', 'auto-ops-intake').spec.template)).toContain('"SSL_CERT_FILE"');
      expect(problemsOf(both)).toEqual([]);
    });

    it('takes nothing away of what the base says about pods', () => {
      const said = templatesOf(renderOverlay(['base'])).filter(({ spec }) => spec.podSpecPatch !== undefined);

      expect(said.length).toBeGreaterThan(0);
      for (const { metadata, spec } of said) {
        const { podSpecPatch } = one(manifests, 'WorkflowTemplate', metadata.name).spec;
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
      const { spec } = one(manifests, 'Deployment', 'auto-ops-gateway');
      const priority = one(manifests, 'PriorityClass', spec.template.spec.priorityClassName);

      expect(spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
      expect(priority).toMatchObject({ preemptionPolicy: 'Never', globalDefault: false });
      expect(templatesOf(manifests).filter(({ spec: { podPriorityClassName: name } }) => name !== 'auto-ops')).toEqual(
        [],
      );
    });

    it('lets nobody reach the hooks whose namespace nobody has labelled', () => {
      const { ingress } = one(manifests, 'NetworkPolicy', 'gateway').spec;

      expect(ingress.filter(({ from }: { from?: object[] }) => from === undefined)).toEqual([]);
    });
  });

  describe('logs on S3', () => {
    const manifests = isHere ? renderOverlay(['base'], ['overlays/s3']) : [];

    it('are of every template, in a repository of this namespace', () => {
      const wrong = templatesOf(manifests).filter(
        ({ spec }) => spec.archiveLogs !== true || spec.artifactRepositoryRef.configMap !== 'artifact-repositories',
      );
      const { data, metadata } = one(manifests, 'ConfigMap', 'artifact-repositories');

      expect(wrong).toEqual([]);
      expect(metadata.namespace).toBe('auto-ops');
      expect(data.s3).toMatch(/accessKeySecret:\n +name: auto-ops-artifacts/);
      expect(manifests.filter(({ metadata: { namespace } }) => namespace === 'argo')).toEqual([]);
    });

    it('leave out the step that may reach nothing', () => {
      expect(step(manifests, 'check').archiveLocation).toEqual({ archiveLogs: false });
      expect(step(manifests, 'check').metadata.labels['auto-ops.dev/zone']).toBe('check');
      expect(one(manifests, 'NetworkPolicy', 'artifacts').spec.podSelector.matchExpressions).toContainEqual({
        key: 'auto-ops.dev/zone',
        operator: 'NotIn',
        values: ['check'],
      });
    });
  });

  describe('the history of Helm', () => {
    const plain = isHere ? renderOverlay(['base']) : [];
    const manifests = isHere ? renderOverlay(['base'], ['overlays/helm-history']) : [];

    it('is nowhere without the component', () => {
      expect(JSON.stringify(plain)).not.toMatch(/collector-releases|helm-history|collect-releases/);
      expect(rightsOf(plain).filter(({ resource }) => resource === '/secrets')).toEqual([]);
    });

    it('has an account of its own that is bound nowhere', () => {
      expect(one(manifests, 'ServiceAccount', 'collector-releases').automountServiceAccountToken).toBe(false);
      expect(rightsOf(manifests)).toEqual(rightsOf(plain));
      expect(problemsOf(manifests)).toEqual([]);
    });

    it('adds one task to both halves, and the analysis waits for it', () => {
      for (const half of ['incident', 'diagnose']) {
        const { tasks } = step(manifests, half).dag;
        const before = step(plain, half).dag.tasks;
        const added = tasks.filter(
          ({ name }: { name: string }) => !before.some((task: { name: string }) => task.name === name),
        );
        const analyse = tasks.find(({ name }: { name: string }) => name === 'analyse');

        expect(added).toEqual([{ name: 'collect-releases', depends: 'route', template: 'collect-releases' }]);
        expect(analyse.depends).toContain(
          '(collect-releases.Succeeded || collect-releases.Failed || collect-releases.Errored)',
        );
      }
    });

    it('runs as the other collectors do, but for its account and zone', () => {
      const own = step(manifests, 'collect-releases');
      const other = step(manifests, 'collect-cluster');

      expect(own.serviceAccountName).toBe('collector-releases');
      expect(own.container.args.slice(-4)).toEqual(['--specialist', 'helm-history', '--zone', 'releases']);
      expect(own.container.securityContext).toEqual(other.container.securityContext);
      expect(own.container.resources).toEqual(other.container.resources);
      expect(own.container.volumeMounts.filter(({ readOnly }: { readOnly?: boolean }) => readOnly !== true)).toEqual([
        { name: 'temporary', mountPath: '/tmp' },
        { name: 'workspace', mountPath: '/workspace/collect/1/helm-history', subPath: 'collect/1/helm-history' },
      ]);
    });
  });

  describe('namespaces only', () => {
    const manifests = isHere ? renderOverlay(['base'], ['overlays/namespace-only']) : [];
    const target = isHere ? renderOverlay(['overlays/namespace-only/target']) : [];
    const base = isHere ? renderOverlay(['base']) : [];
    /** Kinds without a namespace, as Kubernetes has them; the base names no others. */
    const wide =
      /\/(nodes|persistentvolumes|namespaces|clusterroles|clusterrolebindings|ingressclasses|priorityclasses|mutatingwebhookconfigurations|validatingwebhookconfigurations|customresourcedefinitions|apiservices|csidrivers|storageclasses|volumeattachments|tokenreviews)$/;
    const rights = (list: readonly Manifest[], at: string) =>
      rightsOf(list)
        .filter(({ namespace, resource }) => namespace === at && !wide.test(resource))
        .map(({ account, resource, verb }) => `${account} ${verb} ${resource}`)
        .sort();

    it('has no object without a namespace', () => {
      expect(manifests.filter(({ metadata }) => metadata.namespace === undefined)).toEqual([]);
      expect(manifests.length).toBeGreaterThan(30);
    });

    it('grants in a namespace what the base grants everywhere', () => {
      expect(rights(target, 'shop').length).toBeGreaterThan(20);
      expect(rights(target, 'shop')).toEqual(rights(base, '*'));
    });

    it('has a line for each policy that it does without', () => {
      const page = readFileSync(join(root, 'k8s/overlays/namespace-only/README.md'), 'utf8');
      const policies = base
        .filter(({ kind }) => kind === 'ValidatingAdmissionPolicy')
        .map(({ metadata }) => metadata.name);
      const named = [...page.matchAll(/`(auto-ops)?(-[a-z-]+)`/g)].map(([, , end]) => end ?? '');

      expect(policies.length).toBeGreaterThan(3);
      expect(policies.filter((name) => !named.some((end) => name.endsWith(end)))).toEqual([]);
    });
  });

  it('hooks from outside lead to hooks, and to nothing else of the gateway', () => {
    const [ingress] = renderOverlay(['overlays/ingress']);
    const paths = ingress?.spec.rules.flatMap(({ http }: { http: { paths: object[] } }) => http.paths);

    expect(paths).toEqual([
      {
        path: '/hooks/',
        pathType: 'Prefix',
        backend: { service: { name: 'auto-ops-gateway', port: { name: 'http' } } },
      },
    ]);
    expect(ingress?.spec.tls[0].hosts).toEqual([ingress?.spec.rules[0].host]);
  });

  it.each(['archive', 'links', 'strict'])(
    '%s is one setting of the controller, and nothing is deleted with it',
    (name) => {
      const manifests = renderOverlay([`overlays/${name}`]);

      expect(manifests.map(({ kind, metadata }) => `${kind}/${metadata.namespace}/${metadata.name}`)).toEqual([
        'ConfigMap/argo/workflow-controller-configmap',
      ]);
      expect(Object.keys(manifests[0]?.data)).toHaveLength(1);
    },
  );

  it("Argo's archive keeps our Workflows and nobody else's", () => {
    const [controller] = renderOverlay(['overlays/archive']);

    expect(controller?.data.persistence).toMatch(
      /archiveLabelSelector:\n +matchLabels:\n +app.kubernetes.io\/part-of: auto-ops/,
    );
    expect(controller?.data.persistence).not.toMatch(/password: /);
  });
});
