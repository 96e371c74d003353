import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProgram } from './find-program.ts';
import type { Manifest } from './manifest.ts';
import { problemsOf } from './problems-of.ts';
import { renderOverlay } from './render-overlay.ts';
import { rightsOf } from './rights-of.ts';
import { root } from './template.ts';
import { theOne } from './the-one.ts';

const isHere = findProgram('kubectl') !== undefined;
const templatesOf = (manifests: readonly Manifest[]) => manifests.filter(({ kind }) => kind === 'WorkflowTemplate');
const step = (manifests: readonly Manifest[], name: string) =>
  theOne(manifests, 'WorkflowTemplate', 'auto-ops-incident').spec.templates.find(
    (template: { name: string }) => template.name === name,
  );

describe.skipIf(!isHere)('overlays, by kubectl kustomize (put kubectl on the PATH where this is skipped)', () => {
  describe('logs on S3', () => {
    const manifests = isHere ? renderOverlay(['base'], ['overlays/s3']) : [];

    it('are of every template, in a repository of this namespace', () => {
      const wrong = templatesOf(manifests).filter(
        ({ spec }) => spec.archiveLogs !== true || spec.artifactRepositoryRef.configMap !== 'artifact-repositories',
      );
      const { data, metadata } = theOne(manifests, 'ConfigMap', 'artifact-repositories');

      expect(wrong).toEqual([]);
      expect(metadata.namespace).toBe('auto-ops');
      expect(data.s3).toMatch(/accessKeySecret:\n +name: auto-ops-artifacts/);
      expect(manifests.filter(({ metadata: { namespace } }) => namespace === 'argo')).toEqual([]);
    });

    it('leave out the step that may reach nothing', () => {
      expect(step(manifests, 'check').archiveLocation).toEqual({ archiveLogs: false });
      expect(step(manifests, 'check').metadata.labels['auto-ops.dev/zone']).toBe('check');
      expect(theOne(manifests, 'NetworkPolicy', 'artifacts').spec.podSelector.matchExpressions).toContainEqual({
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
      expect(theOne(manifests, 'ServiceAccount', 'collector-releases').automountServiceAccountToken).toBe(false);
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
