import { expect, test } from 'vitest';
import { deployment, event, replicaSet } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const set = replicaSet('agent', 1, { status: { replicas: 0 } });
const owner = deployment('agent');

test.each([
  [
    'pods "agent-r1-x" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false',
    'Pod Security',
    'restricted:latest',
  ],
  ['admission webhook "labels.example" denied the request: label team is missing', 'webhook', 'labels.example'],
  [
    "pods \"agent-r1-x\" is forbidden: ValidatingAdmissionPolicy 'no-latest' with binding 'no-latest' denied request: tag latest",
    'policy',
    'no-latest',
  ],
])('reads "%s"', (text, by, name) => {
  const finding = only(detect(detector, owner, set, event(set, 'FailedCreate', `Error creating: ${text}`)));

  expect(finding.subject).toMatchObject({ kind: 'Deployment', name: 'agent' });
  expect(finding.facts).toMatchObject({ by, name });
});

test('says nothing once pods were created', () => {
  const whole = replicaSet('agent', 1);

  expect(
    detect(detector, owner, whole, event(whole, 'FailedCreate', 'violates PodSecurity "restricted:latest": x'))
      .findings,
  ).toEqual([]);
});

test('reads an event about a ReplicaSet that was not read', () => {
  expect(
    subjects(detect(detector, owner, event(set, 'FailedCreate', 'admission webhook "a.b" denied the request: no'))),
  ).toEqual(['Deployment/agent']);
  expect(
    subjects(
      detect(detector, owner, event(set, 'FailedCreate', 'admission webhook "a.b" denied the request: no'), {
        coverage: ['ReplicaSet@shop'],
      }),
    ),
  ).toEqual([]);
});
