import type { Root } from 'mdast';
import { parse } from 'yaml';

/** What a document's front matter says of it. */
export interface FrontMatter {
  readonly title?: string;
  /** Alerts, causes, reasons and ids the document is about. */
  readonly names: readonly string[];
}

const namingFields = ['id', 'alert', 'alerts', 'code', 'codes', 'cause', 'causes', 'reason', 'reasons'];
const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}_./:-]{0,199}$/u;

/** Reads title and names; front matter that is no YAML mapping says nothing. */
export function readFrontMatter(tree: Root | undefined): FrontMatter {
  const [first] = tree?.children ?? [];
  const fields = first?.type === 'yaml' ? parsed(first.value) : {};
  const names = namingFields
    .flatMap((field) => fields[field] ?? [])
    .filter((value): value is string => typeof value === 'string' && namePattern.test(value));
  const { title } = fields;
  return { names, ...(typeof title === 'string' && title.trim() !== '' ? { title: title.trim() } : {}) };
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = parse(text, { maxAliasCount: 20, uniqueKeys: false, logLevel: 'silent' });
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
