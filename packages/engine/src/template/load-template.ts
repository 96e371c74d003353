import { AutoOpsError } from '@auto-ops/contracts';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { checkTemplate } from './check/check-template.ts';
import { WorkflowTemplate } from './workflow-template.ts';

/**
 * Reads a WorkflowTemplate out of YAML text. Throws TEMPLATE_UNSUPPORTED for a field outside the documented subset and
 * TEMPLATE_INVALID for a wrong value or a reference that leads nowhere, with the path in both.
 */
export function loadTemplate(text: string): WorkflowTemplate {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problem = document.errors[0];
  if (problem !== undefined) {
    const { line } = lines.linePos(problem.pos[0]);
    throw new AutoOpsError('TEMPLATE_INVALID', `line ${line}: ${problem.code}`, { cause: problem });
  }
  const value: unknown = document.toJS();
  const parsed = WorkflowTemplate.safeParse(value);
  if (!parsed.success) throw failure(parsed.error, value);
  checkTemplate(parsed.data);
  return parsed.data;
}

function failure(error: z.ZodError, value: unknown): AutoOpsError {
  const unknown = error.issues.find((issue) => issue.code === 'unrecognized_keys');
  if (unknown?.code === 'unrecognized_keys') {
    const path = pathOf([...unknown.path, unknown.keys[0] ?? ''], value);
    return new AutoOpsError('TEMPLATE_UNSUPPORTED', `${path} is outside the supported subset`, { data: { path } });
  }
  const issue = error.issues[0];
  const path = pathOf(issue?.path ?? [], value);
  return new AutoOpsError('TEMPLATE_INVALID', `${path}: ${issue?.message}`, { data: { path } });
}

/** `spec.templates[route].container.image`: a list item by its name, because nobody counts templates. */
function pathOf(path: readonly PropertyKey[], value: unknown): string {
  let current = value as Record<PropertyKey, unknown> | undefined;
  let text = '';
  for (const key of path) {
    const isItem = typeof key === 'number';
    const item = current?.[key] as Record<PropertyKey, unknown> | undefined;
    const name = isItem && typeof item?.name === 'string' ? item.name : String(key);
    text += isItem ? `[${name}]` : `${text === '' ? '' : '.'}${name}`;
    current = item;
  }
  return text;
}
