import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Incident } from '@auto-ops/contracts';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readManifests } from './read-manifests.ts';
import { root } from './template.ts';

const folder = join(root, 'argo', 'examples');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const readme = readFileSync(join(folder, 'README.md'), 'utf8');
const manifests = readManifests('argo/examples');

describe.each(files)('%s', (file) => {
  const objects = manifests.filter((manifest) => manifest.file.endsWith(`/${file}`));

  it('says in two lines what it shows', () => {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n');

    expect(lines.slice(0, 3).map((line) => line.startsWith('# '))).toEqual([true, true, false]);
  });

  it('is in the table', () => {
    expect(readme).toContain(`| \`${file}\` |`);
  });

  it('changes no object of the base', () => {
    const base = readManifests('argo/events', 'argo/maintenance', 'argo/templates', 'k8s/base');
    const nameOf = ({ kind, metadata }: (typeof base)[number]) => `${kind}/${metadata.namespace}/${metadata.name}`;
    const taken = new Set(base.map(nameOf));

    expect(objects.length).toBeGreaterThan(0);
    expect(objects.map(nameOf).filter((name) => taken.has(name))).toEqual([]);
  });

  it('names a Workflow after its work', () => {
    const workflows = objects.filter(({ kind }) => kind === 'Workflow');

    for (const { metadata, spec } of workflows) {
      expect(metadata.name.startsWith(`${spec.workflowTemplateRef.name.replace(/^auto-ops-/, '')}-`)).toBe(true);
    }
  });
});

it.each(manifests.filter(({ data }) => data?.['incident.json'] !== undefined).map((one) => [one.metadata.name, one]))(
  '%s is what the gateway takes in',
  (name, { metadata, data }) => {
    const incident = Incident.parse(JSON.parse(data['incident.json']));

    expect(name).toBe(`incident-${incident.id}`);
    expect(incident.mode).toBe('live');
    expect(metadata.labels).toMatchObject({ 'auto-ops.dev/incident': incident.id, 'auto-ops.dev/run': name });
  },
);

it("the Alertmanager's receiver is a hook of the gateway, with a token from a file", () => {
  const data = manifests.find(({ metadata }) => metadata.name === 'auto-ops-example-alertmanager')?.data;
  const { receivers, route } = parse(data['alertmanager.yml']);
  const [{ url, http_config: http, send_resolved: sendsResolved }] = receivers[0].webhook_configs;
  const service = readManifests('k8s/base').find(
    ({ kind, metadata }) => kind === 'Service' && metadata.name === 'auto-ops-gateway',
  );

  expect(route.receiver).toBe(receivers[0].name);
  expect(url).toBe(`http://${service?.metadata.name}.${service?.metadata.namespace}.svc/hooks/alertmanager`);
  expect(service?.spec.ports[0].port).toBe(80);
  expect(http.authorization).toEqual({ type: 'Bearer', credentials_file: expect.stringMatching(/^\//) });
  expect(sendsResolved).toBe(true);
});
