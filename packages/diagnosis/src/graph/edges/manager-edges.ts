import { textField } from '../../fields/text-field.ts';
import { itemKey } from '../../subjects/item-key.ts';
import type { ObjectItem } from '../../view.ts';
import type { EdgeSource } from '../edge-source.ts';

/** managedBy: Helm, Argo CD and Flux by the labels and annotations they leave. */
export const managerEdges: EdgeSource = (view, add) => {
  for (const kind of view.kinds()) {
    for (const item of view.objects(kind)) {
      for (const to of managers(item)) add({ from: itemKey(item), to, relation: 'managedBy', evidence: item.id });
    }
  }
};

function managers({ object }: ObjectItem): readonly string[] {
  const label = (name: string) => textField(object, 'metadata', 'labels', name);
  const annotation = (name: string) => textField(object, 'metadata', 'annotations', name);
  const namespace = object.metadata.namespace ?? '';
  const found: string[] = [];
  const release = annotation('meta.helm.sh/release-name');
  if (release !== undefined)
    found.push(`Release/${annotation('meta.helm.sh/release-namespace') ?? namespace}/${release}`);
  const tracking = annotation('argocd.argoproj.io/tracking-id');
  const application = tracking === undefined ? label('argocd.argoproj.io/instance') : tracking.split(':')[0];
  if (application !== undefined && application !== '') found.push(argoApplication(application));
  for (const [prefix, kind] of [
    ['kustomize', 'Kustomization'],
    ['helm', 'HelmRelease'],
  ] as const) {
    const name = label(`${prefix}.toolkit.fluxcd.io/name`);
    if (name !== undefined)
      found.push(`${kind}/${label(`${prefix}.toolkit.fluxcd.io/namespace`) ?? namespace}/${name}`);
  }
  return found;
}

/** Argo CD writes `<namespace>_<name>` where applications live outside its own namespace. */
function argoApplication(application: string): string {
  const [first = '', second] = application.split('_');
  return second === undefined ? `Application/argocd/${first}` : `Application/${first}/${second}`;
}
