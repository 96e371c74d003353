import { field } from '../../fields/field.ts';
import { listField } from '../../fields/list-field.ts';
import { textField } from '../../fields/text-field.ts';
import { itemKey } from '../../subjects/item-key.ts';
import type { EdgeSource } from '../edge-source.ts';

/** routesTo: Ingresses and Gateway API routes to Services; scales: autoscalers to their targets; calls: webhooks. */
export const routeEdges: EdgeSource = (view, add) => {
  for (const ingress of view.objects('Ingress')) {
    const backends = [
      field(ingress.object, 'spec', 'defaultBackend'),
      ...listField(ingress.object, 'spec', 'rules')
        .flatMap((rule) => listField(rule, 'http', 'paths'))
        .map((path) => field(path, 'backend')),
    ];
    for (const backend of backends) {
      const name = textField(backend, 'service', 'name') ?? textField(backend, 'serviceName');
      if (name === undefined) continue;
      const to = `Service/${ingress.object.metadata.namespace ?? ''}/${name}`;
      add({ from: itemKey(ingress), to, relation: 'routesTo', evidence: ingress.id });
    }
    for (const tls of listField(ingress.object, 'spec', 'tls')) {
      const name = textField(tls, 'secretName');
      if (name === undefined) continue;
      const to = `Secret/${ingress.object.metadata.namespace ?? ''}/${name}`;
      add({ from: itemKey(ingress), to, relation: 'uses', evidence: ingress.id });
    }
  }
  for (const kind of ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute']) {
    for (const route of view.objects(kind)) {
      const backends = listField(route.object, 'spec', 'rules').flatMap((rule) => listField(rule, 'backendRefs'));
      for (const backend of backends) {
        const name = textField(backend, 'name');
        if (name === undefined || (textField(backend, 'kind') ?? 'Service') !== 'Service') continue;
        const namespace = textField(backend, 'namespace') ?? route.object.metadata.namespace ?? '';
        add({ from: itemKey(route), to: `Service/${namespace}/${name}`, relation: 'routesTo', evidence: route.id });
      }
    }
  }
  for (const scaler of view.objects('HorizontalPodAutoscaler')) {
    const target = field(scaler.object, 'spec', 'scaleTargetRef');
    const kind = textField(target, 'kind');
    const name = textField(target, 'name');
    if (kind === undefined || name === undefined) continue;
    const to = `${kind}/${scaler.object.metadata.namespace ?? ''}/${name}`;
    add({ from: itemKey(scaler), to, relation: 'scales', evidence: scaler.id });
  }
  for (const kind of ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration']) {
    for (const configuration of view.objects(kind)) {
      for (const webhook of listField(configuration.object, 'webhooks')) {
        const service = field(webhook, 'clientConfig', 'service');
        const name = textField(service, 'name');
        if (name === undefined) continue;
        const to = `Service/${textField(service, 'namespace') ?? ''}/${name}`;
        add({ from: itemKey(configuration), to, relation: 'calls', evidence: configuration.id });
      }
    }
  }
  for (const service of view.objects('Service')) {
    const host = textField(service.object, 'spec', 'externalName');
    if (host === undefined) continue;
    const [name = '', namespace = '', suffix] = host.split('.');
    const to = suffix === 'svc' ? `Service/${namespace}/${name}` : `External//${host}`;
    add({ from: itemKey(service), to, relation: 'routesTo', evidence: service.id });
  }
};
