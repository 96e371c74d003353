import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { root } from './template.ts';

// Argo's schema files belong to another project and are not part of this one: the test looks for them where it is told,
// or beside the repository.
const folder = process.env.AUTO_OPS_TEST_SCHEMAS ?? join(root, '..', 'shared', 'data', 'argo-crds');
const schemaFile = join(folder, 'argo-workflows.schema.json');
const templates = join(root, 'argo', 'templates');
const files = readdirSync(templates).filter((name) => name.endsWith('.yaml') && name !== 'kustomization.yaml');

type Definition = { properties?: object; additionalProperties?: boolean; type?: string | string[] };

function validator(kind: string) {
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as {
    $schema?: string;
    definitions: Record<string, Definition>;
  };
  delete schema.$schema;
  for (const [name, definition] of Object.entries(schema.definitions)) {
    // As it comes, the schema lets typing errors pass, and calls a number that may be a text a text.
    if (definition.properties !== undefined) definition.additionalProperties = false;
    if (name.endsWith('.IntOrString')) definition.type = ['string', 'integer'];
  }
  const name = Object.keys(schema.definitions).find((key) => key.endsWith(`.${kind}`));
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(schema as AnySchema, 'argo');
  const validate = ajv.getSchema(`argo#/definitions/${name}`);
  if (validate === undefined) throw new Error(`the schema has no ${kind}`);
  return validate;
}

function documentOf(file: string): { kind: string; metadata: { annotations?: { description?: string } } } {
  const document = parseDocument(readFileSync(join(templates, file), 'utf8'));
  expect(document.errors).toEqual([]);
  return document.toJS();
}

describe.skipIf(!existsSync(schemaFile))(
  'Argo Workflows 4.1.2 (set AUTO_OPS_TEST_SCHEMAS where this is skipped)',
  () => {
    it.each(files)('accepts %s', (file) => {
      const document = documentOf(file);
      const validate = validator(document.kind);

      validate(document);

      expect(validate.errors ?? []).toEqual([]);
    });

    it('would not accept a typing error', () => {
      const document = JSON.parse(
        JSON.stringify(documentOf('incident.yaml')).replace('"volumeMounts"', '"volumeMount"'),
      );

      expect(validator('WorkflowTemplate')(document)).toBe(false);
    });
  },
);

it.each(files)('%s says what it is for', (file) => {
  expect(documentOf(file).metadata.annotations?.description).toMatch(/^[A-Z].{20,}\.$/);
});
