import { join } from 'node:path';
import type { Checks } from './checks.ts';
import type { Cluster } from './cluster.ts';

/** The manifests against the complete schemas of Argo, as the API server reads them; skipped where the cluster has the short ones. */
export async function checkSchemas(checks: Checks, cluster: Cluster, repository: string): Promise<void> {
  const found = await cluster.kubectl(['get', 'customresourcedefinition', 'workflows.argoproj.io', '-o', 'json']);
  const schema = JSON.parse(found).spec.versions[0].schema.openAPIV3Schema;
  if (schema.properties?.spec?.properties === undefined) {
    checks.skip('the API server validates every field', 'its schemas of Argo are the short ones (AUTOOPS_CRDS=full)');
    return;
  }
  const folders = [
    ['-k', 'k8s/base'],
    ['-k', 'k8s/overlays/dev'],
    ['-k', 'k8s/overlays/github'],
    ['-f', 'argo/examples'],
  ] as const;
  for (const [option, folder] of folders) {
    await checks.check(`the API server accepts every field of ${folder}`, async () => {
      const words = ['apply', '--server-side', '--force-conflicts', '--dry-run=server', '-o', 'name', option];
      const objects = await cluster.kubectl([...words, join(repository, folder)]);
      return `${objects.trim().split('\n').length} objects`;
    });
  }
  await checks.check('and would not accept a typing error', async () => {
    const rendered = await cluster.kubectl(['kustomize', join(repository, 'argo', 'templates')]);
    const spoiled = rendered.replace('activeDeadlineSeconds:', 'activeDeadlineSecond:');
    const answer = await cluster
      .kubectl(['apply', '--server-side', '--force-conflicts', '--dry-run=server', '-f', '-'], spoiled)
      .then(
        () => 'it was accepted',
        (error: Error) => error.message,
      );
    if (!/unknown field|not declared in schema/.test(answer)) throw new Error(answer);
    return undefined;
  });
}
