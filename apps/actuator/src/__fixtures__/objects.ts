/** A Deployment, a Service and a Pod of the shop, and where the API has them. */
export const objects = {
  deployment: {
    path: '/apis/apps/v1/namespaces/shop/deployments/cart',
    object: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'cart', namespace: 'shop', labels: { app: 'cart' } },
      spec: {
        replicas: 2,
        selector: { matchLabels: { app: 'cart' } },
        template: {
          metadata: { labels: { app: 'cart' } },
          spec: {
            containers: [
              {
                name: 'main',
                image: 'registry.example/cart:1',
                resources: { limits: { memory: '64Mi' } },
                readinessProbe: { httpGet: { path: '/', port: 9090 } },
              },
            ],
          },
        },
      },
      status: { readyReplicas: 2 },
    },
  },
  service: {
    path: '/api/v1/namespaces/shop/services/cart',
    object: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'cart', namespace: 'shop' },
      spec: { selector: { app: 'kart' }, ports: [{ port: 80, targetPort: 8080 }] },
    },
  },
  pod: {
    path: '/api/v1/namespaces/shop/pods/cart-1',
    object: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'cart-1',
        namespace: 'shop',
        ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'cart-77', uid: 'uid-rs', controller: true }],
      },
      spec: { containers: [{ name: 'main', image: 'registry.example/cart:1' }] },
    },
  },
} as const;
