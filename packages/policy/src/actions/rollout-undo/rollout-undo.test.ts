import { expect, test } from 'vitest';
import { deployment, related } from '../../__fixtures__/objects.ts';
import { perform } from '../../__fixtures__/perform.ts';
import { action } from './index.ts';

test('brings back the whole earlier template without the label of the controller, and can be taken back', () => {
  const { after, undone } = perform(action, deployment, { revision: 1, source: 'cart-h1' }, related);

  expect(after.spec.template.spec.containers[0].image).toBe('registry.example/cart:1');
  expect(after.spec.template.metadata.labels).toEqual({ app: 'cart' });
  expect(undone).toEqual(deployment);
});

test('a revision that is gone stops it', () => {
  expect(() => perform(action, deployment, { revision: 9, source: 'cart-h9' }, related)).toThrow(
    expect.objectContaining({ code: 'TARGET_CHANGED' }),
  );
});

test('a ReplicaSet of another Deployment is no revision', () => {
  const other = { ...deployment, metadata: { ...deployment.metadata, uid: 'd-2' } };

  expect(() => perform(action, other, { revision: 1, source: 'cart-h1' }, related)).toThrow(/is gone/);
});

test('a ControllerRevision keeps the template of a StatefulSet', () => {
  const set = { ...deployment, kind: 'StatefulSet', status: { updateRevision: 'cart-2' } };
  const owner = [{ kind: 'StatefulSet', name: 'cart', uid: 'd-1' }];
  const revision = (number: number, image: string) => ({
    apiVersion: 'apps/v1',
    kind: 'ControllerRevision',
    metadata: { name: `cart-${number}`, namespace: 'shop', ownerReferences: owner },
    revision: number,
    data: { spec: { template: { $patch: 'replace', metadata: {}, spec: { containers: [{ name: 'web', image }] } } } },
  });
  const revisions = { objects: [revision(1, 'a:1'), revision(2, 'a:2')] };

  const { after } = perform(action, set, { revision: 1, source: 'cart-1' }, revisions);

  expect(after.spec.template).toEqual({ metadata: {}, spec: { containers: [{ name: 'web', image: 'a:1' }] } });
});
