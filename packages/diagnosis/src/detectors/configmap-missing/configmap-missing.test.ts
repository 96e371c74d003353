import { expect, test } from 'vitest';
import { deployment, event, other, pod, replicaSet, waiting } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const mail = deployment('mailer');
const failing = pod('mailer-r1-a', {
  owner: 'mailer',
  state: waiting('ContainerCreating'),
  template: { volumes: [{ name: 'templates', configMap: { name: 'mail-templates-2026' } }] },
});
const mount = event(
  failing,
  'FailedMount',
  'MountVolume.SetUp failed for volume "templates" : configmap "mail-templates-2026" not found',
);

test('names the ConfigMap that a volume waits for, and the nearest that is there', () => {
  const finding = only(
    detect(detector, mail, replicaSet('mailer', 1), failing, mount, other('v1', 'ConfigMap', 'mail-templates-2025'), {
      coverage: ['ConfigMap@shop'],
    }),
  );

  expect(finding.subject).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    namespace: 'shop',
    name: 'mail-templates-2026',
  });
  expect(finding.facts).toMatchObject({
    volume: 'templates',
    nearest: ['mail-templates-2025'],
    workload: 'Deployment shop/mailer',
  });
});

test('names the ConfigMap of a waiting message', () => {
  const waitingPod = pod('mailer-r1-a', {
    owner: 'mailer',
    state: waiting('CreateContainerConfigError', 'configmap "mail-settings" not found'),
  });

  expect(subjects(detect(detector, mail, replicaSet('mailer', 1), waitingPod))).toEqual(['ConfigMap/mail-settings']);
});

test('is ruled out by the ConfigMap, and by a pod that started', () => {
  const started = pod('mailer-r1-a', { owner: 'mailer' });

  expect(detect(detector, mail, failing, mount, other('v1', 'ConfigMap', 'mail-templates-2026'))).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'configmap-missing' }],
  });
  expect(
    detect(
      detector,
      mail,
      started,
      event(
        started,
        'FailedMount',
        'MountVolume.SetUp failed for volume "templates" : configmap "mail-templates-2026" not found',
      ),
    ).findings,
  ).toEqual([]);
});

test('leaves the caches alone that fill by themselves', () => {
  const syncing = event(
    failing,
    'FailedMount',
    'MountVolume.SetUp failed for volume "templates" : failed to sync configmap cache: timed out waiting for the condition',
  );
  const certificate = event(
    failing,
    'FailedMount',
    'MountVolume.SetUp failed for volume "kube-api-access-x" : configmap "kube-root-ca.crt" not found',
  );

  expect(detect(detector, mail, failing, syncing, certificate).findings).toEqual([]);
});
