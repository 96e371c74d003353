import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { baseFolders } from './base-folders.ts';
import { readManifests } from './read-manifests.ts';
import { rightsOf } from './rights-of.ts';
import { rightsTable } from './rights-table.ts';
import { root } from './template.ts';

const manifests = readManifests(...baseFolders, 'k8s/overlays/github');
const page = readFileSync(join(root, 'docs', 'reference', 'rights.md'), 'utf8');

it('the accounts have the rights of the page, no less and no more', () => {
  expect(page).toContain(rightsTable(manifests));
});

it('nobody has a right that leads to every other', () => {
  const dangerous = rightsOf(manifests).filter(
    ({ resource, verb }) =>
      resource.includes('*') ||
      verb === '*' ||
      ['impersonate', 'escalate', 'bind', 'deletecollection'].includes(verb) ||
      /^\/(secrets|pods\/(exec|attach|portforward|proxy)|serviceaccounts\/token|nodes\/proxy)$/.test(resource) ||
      (/^(rbac|admissionregistration|certificates)[.]/.test(resource) && verb !== 'list') ||
      (resource.startsWith('argoproj.io/') && verb === 'delete'),
  );

  expect(dangerous).toEqual([]);
});

it('what agents run as has no right at all', () => {
  const steps = ['step', 'analyst', 'fixer', 'fixer-check', 'reviewer', 'collector-source', 'actuator', 'intake'];
  const jobs = ['heartbeat', 'reindex', 'review-risk', 'backup'].map((job) => `maintenance-${job}`);
  const agents = [...steps, ...jobs];
  const rights = rightsOf(manifests).filter(({ account }) => agents.includes(account.replace('auto-ops/', '')));

  expect(rights).toEqual([]);
});

it('nobody but the gateway and the Sensors touches Workflows, and Argo the results of steps', () => {
  const touching = rightsOf(manifests).filter(({ resource }) => resource.startsWith('argoproj.io/'));

  expect([...new Set(touching.map(({ account, resource }) => `${account} ${resource}`))].sort()).toEqual([
    'argo-events/sensor argoproj.io/workflows',
    'argo-events/sensor-argo-server argoproj.io/workflows',
    'argo-events/sensor-argo-server argoproj.io/workflowtemplates',
    'auto-ops/executor argoproj.io/workflowtaskresults',
    'auto-ops/gateway argoproj.io/workflows',
  ]);
});
