import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTemplate, type WorkflowTemplate } from '@auto-ops/engine';

/** The root of the repository. */
export const root = join(import.meta.dirname, '..', '..');

/** The file of the incident's template. */
export const templateFile = join(root, 'argo', 'templates', 'incident.yaml');

/** The incident's template. */
export function incidentTemplate(): WorkflowTemplate {
  return loadTemplate(readFileSync(templateFile, 'utf8'));
}
