import { AutoOpsError, Evidence } from '@auto-ops/contracts';
import { identifyObject } from './identify-object.ts';
import { withoutNulls } from './without-nulls.ts';

/**
 * Parses the lines of an `evidence.ndjson` and puts blobs in their place. `readBlob` gives the text of `blobs/<name>`, undefined where
 * there is none. Throws BUNDLE_LINE_INVALID that names file, line and field.
 */
export function parseEvidence(text: string, file: string, readBlob: (path: string) => string | undefined): Evidence[] {
  const lines = (text.startsWith('\uFEFF') ? text.slice(1) : text).split('\n');
  const lineOf = new Map<string, number>();
  const evidence: Evidence[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const invalid = (field: string, reason: string) =>
      new AutoOpsError('BUNDLE_LINE_INVALID', `${file}:${index + 1}: ${field}: ${reason}`, {
        data: { file, line: index + 1, field },
      });
    const item = validated(withBody(parsed(line, invalid), readBlob, invalid), invalid);
    const earlier = lineOf.get(item.id);
    if (earlier !== undefined) throw invalid('id', `${JSON.stringify(item.id)} is also the id of line ${earlier}`);
    lineOf.set(item.id, index + 1);
    evidence.push(item);
  }
  return evidence;
}

type Invalid = (field: string, reason: string) => AutoOpsError;

function parsed(line: string, invalid: Invalid): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw invalid('(line)', `not JSON: ${(error as Error).message}`);
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw invalid('(line)', 'not a JSON object');
  return value as Record<string, unknown>;
}

function withBody(
  item: Record<string, unknown>,
  readBlob: (path: string) => string | undefined,
  invalid: Invalid,
): Record<string, unknown> {
  if (item.body !== undefined && !isReference(item.body)) return item;
  const path = item.blob ?? (isReference(item.body) ? item.body.blob : undefined);
  if (path === undefined) throw invalid('body', 'neither a body nor a blob');
  if (typeof path !== 'string' || !/^blobs\/[^/\0\\]+$/.test(path) || path === 'blobs/..') {
    throw invalid('blob', `${JSON.stringify(path)} is not blobs/<name>`);
  }
  const text = readBlob(path);
  if (text === undefined) throw invalid('blob', `${path} does not exist`);
  const { blob: _, ...rest } = item;
  return { ...rest, body: bodyOf(text, item) };
}

/** A body that is nothing but a reference, which some writers use instead of the field `blob`. */
function isReference(body: unknown): body is { blob: unknown } {
  return body !== null && typeof body === 'object' && 'blob' in body && Object.keys(body).length === 1;
}

function bodyOf(text: string, item: Record<string, unknown>): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value;
  } catch {
    // A long log or page may lie there as the plain text it is.
  }
  if (item.kind === 'log') {
    const lines = text.split('\n').filter((line) => line !== '');
    return { entries: lines.map((line) => ({ text: line })) };
  }
  return item.kind === 'document' ? { title: String(item.source), text } : text;
}

function validated(value: Record<string, unknown>, invalid: Invalid): Evidence {
  const result = Evidence.safeParse(value);
  if (!result.success) {
    const spoken = identifyObject(withoutNulls(value) as Record<string, unknown>);
    if (Evidence.safeParse(spoken).success) return spoken as Evidence;
    const issue = result.error.issues[0];
    throw invalid(issue?.path.join('.') || '(line)', issue?.message ?? 'invalid');
  }
  // The parsed value has its keys in another order; the reader keeps what the writer wrote.
  return value as Evidence;
}
