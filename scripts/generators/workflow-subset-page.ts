import { describeSubset, type SubsetField } from '@auto-ops/engine';
import type { GeneratedFile } from './generated-file.ts';
import { markdownTable } from './markdown-table.ts';

/** Makes the reference page of the WorkflowTemplate's fields from the schema that the local engine reads it by. */
export function generateWorkflowSubsetPage(): GeneratedFile[] {
  const fields = describeSubset();
  const table = (of: readonly SubsetField[]): string =>
    markdownTable(
      ['Field', 'Meaning'],
      of.map(({ path, description }) => [`\`${path}\``, description]),
    );
  const text = [
    '# The WorkflowTemplate on one machine',
    '',
    '<!-- Generated from packages/engine/src/template by `npm run generate`; do not edit. -->',
    '',
    '`argo/templates/incident.yaml` runs under Argo Workflows and under the local engine. The local engine reads the fields below.',
    'Any other field is refused when the file is loaded: `TEMPLATE_UNSUPPORTED` with the path of the field.',
    '',
    '## Fields with effect',
    '',
    table(fields.filter((field) => field.hasEffect)),
    '',
    'References are `{{inputs.parameters.<name>}}`, `{{tasks.<task>.outputs.parameters.<name>}}` of a task that must have ended before,',
    '`{{item}}`, `{{workflow.name}}`, `{{workflow.parameters.<name>}}`, and in the exit handler `{{workflow.status}}`. They are replaced once:',
    'what a value contains is never read as a reference or as a part of a condition. The load refuses a reference that leads nowhere.',
    '',
    '## Fields without effect',
    '',
    'They are for the cluster. The local engine accepts them and does nothing.',
    '',
    table(fields.filter((field) => !field.hasEffect)),
    '',
    '## What one machine does not enforce',
    '',
    '- A step runs as the user who runs the engine, on the same network. Its environment is only what its zone may see, and PATH.',
    '- A step can write wherever that user can. The folder of a finished step and its documents lose the right to write until the',
    '  run ends, which stops mistakes; it stops nobody who changes the right back, and it stops nothing for the user root.',
    '- CPU and memory are not limited; deadlines are.',
    '',
    '## What differs from a cluster',
    '',
    '- A step that a signal ended (out of memory, `kill -9`) is started again up to five times, because steps are idempotent.',
    '- A run that is cancelled or out of time lets a graph that holds a mutex finish, so that no change is left half done.',
    '- A graph runs every branch to its end before it fails.',
    '',
  ].join('\n');
  return [{ path: 'docs/reference/workflow-subset.md', text }];
}
