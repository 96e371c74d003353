import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { findProgram } from './find-program.ts';
import type { Manifest } from './manifest.ts';
import { readManifests } from './read-manifests.ts';
import { renderOverlay } from './render-overlay.ts';
import { root } from './template.ts';

// Argo's schema files belong to other projects and are not part of this one: the test looks for them where it is told,
// or beside the repository.
const folder = process.env.AUTO_OPS_TEST_SCHEMAS ?? join(root, '..', 'shared', 'data', 'argo-crds');
const workflows = 'argo-workflows.schema.json';
const events = 'argo-events.schema.json';
const schemaOf: Record<string, string> = {
  WorkflowTemplate: workflows,
  CronWorkflow: workflows,
  Workflow: workflows,
  EventSource: events,
  Sensor: events,
};
const isThere = existsSync(join(folder, workflows)) && existsSync(join(folder, events));
const manifests = readManifests('argo', 'k8s/overlays/github').filter(({ kind }) => schemaOf[kind] !== undefined);
const title = ({ kind, metadata }: Manifest) => `${kind} ${metadata.name}`;

type Definition = {
  properties?: object;
  additionalProperties?: boolean;
  type?: string | string[];
  required?: string[];
};

const validators = new Map<string, ReturnType<Ajv2020['compile']>>();

function validator(kind: string) {
  const known = validators.get(kind);
  if (known !== undefined) return known;
  const schema = JSON.parse(readFileSync(join(folder, schemaOf[kind] ?? ''), 'utf8')) as {
    $schema?: string;
    definitions: Record<string, Definition>;
  };
  delete schema.$schema;
  for (const [name, definition] of Object.entries(schema.definitions)) {
    // As it comes, the schema lets typing errors pass, and calls a number that may be a text a text.
    if (definition.properties !== undefined) definition.additionalProperties = false;
    if (name.endsWith('.IntOrString')) definition.type = ['string', 'integer'];
    // It asks for an address that only hooks with an owner outside have.
    if (name.endsWith('.WebhookContext') || name.endsWith('.WebhookEventSource')) delete definition.required;
  }
  const name = Object.keys(schema.definitions).find((key) => key.endsWith(`.${kind}`));
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(schema as AnySchema, 'argo');
  const validate = ajv.getSchema(`argo#/definitions/${name}`);
  if (validate === undefined) throw new Error(`the schema has no ${kind}`);
  validators.set(kind, validate);
  return validate;
}

describe.skipIf(!isThere)(
  'Argo Workflows 4.1.2 and Argo Events 1.9.11 (set AUTO_OPS_TEST_SCHEMAS where this is skipped)',
  () => {
    it.each(manifests.map((manifest) => [title(manifest), manifest] as const))(
      'accept %s',
      (_, { file, ...manifest }) => {
        const validate = validator(manifest.kind);

        validate(manifest);

        expect(validate.errors ?? []).toEqual([]);
      },
    );

    it.skipIf(findProgram('kubectl') === undefined).each([
      ['production', ['overlays/production', 'overlays/github'], []],
      ['logs on S3 and the history of Helm', ['base'], ['overlays/s3', 'overlays/helm-history']],
      ['namespaces only', ['base'], ['overlays/namespace-only']],
    ])('accept what %s makes of them', (_, resources, components) => {
      const rendered = renderOverlay(resources, components).filter(({ kind }) => schemaOf[kind] !== undefined);

      const problems = rendered.flatMap(({ file, ...manifest }) => {
        const validate = validator(manifest.kind);
        validate(manifest);
        return (validate.errors ?? []).map(
          (error) => `${title({ file, ...manifest } as Manifest)} ${error.instancePath} ${error.message}`,
        );
      });

      expect(rendered.length).toBeGreaterThan(5);
      expect(problems).toEqual([]);
    });

    it.each([
      ['WorkflowTemplate auto-ops-incident', '"volumeMounts"', '"volumeMount"'],
      ['Sensor auto-ops-create', '"atLeastOnce"', '"atLeastonce"'],
      ['EventSource auto-ops', '"authSecret"', '"authsecret"'],
    ])('would not accept a typing error in %s', (wanted, right, wrong) => {
      const { file, ...manifest } = manifests.find((one) => title(one) === wanted) as Manifest;
      const document = JSON.parse(JSON.stringify(manifest).replace(right, wrong));

      expect(validator(manifest.kind)(document)).toBe(false);
    });
  },
);

it.each(manifests.map((manifest) => [title(manifest), manifest] as const))(
  '%s says what it is for',
  (_, { metadata }) => {
    expect(metadata.annotations?.description).toMatch(/^[A-Z].{20,}\.$/);
  },
);
