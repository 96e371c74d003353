import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { AutoOpsError } from '@auto-ops/contracts';
import type { z } from 'zod';
import { refuseLinks } from './refuse-links.ts';
import { replaceFile } from './replace-file.ts';
import type { Workspace } from './workspace.ts';

const maximumDocumentBytes = 64 * 1024 * 1024;

function validated<Schema extends z.ZodType>(schema: Schema, value: unknown, relativePath: string): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue === undefined || issue.path.length === 0 ? '(document)' : issue.path.join('.');
  throw new AutoOpsError('DOCUMENT_INVALID', `${relativePath}: ${field}: ${issue?.message ?? 'invalid'}`, {
    data: { file: relativePath, field },
  });
}

function parsedJson(text: string, relativePath: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AutoOpsError('DOCUMENT_INVALID', `${relativePath}: not JSON: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** Opens the folder of a run; nothing is read or made yet. */
export function openWorkspace(root: string): Workspace {
  const path = (...parts: readonly string[]) => refuseLinks(root, parts.join('/'));

  function readText(relativePath: string, maxBytes = maximumDocumentBytes): string {
    const file = path(relativePath);
    const size = statSync(file, { throwIfNoEntry: false })?.size;
    if (size === undefined) throw new AutoOpsError('DOCUMENT_MISSING', `${relativePath} does not exist`);
    if (size > maxBytes) {
      throw new AutoOpsError('DOCUMENT_TOO_LARGE', `${relativePath} has ${size} bytes; at most ${maxBytes} are read`);
    }
    return readFileSync(file, 'utf8');
  }

  function read<Schema extends z.ZodType>(schema: Schema, relativePath: string): z.infer<Schema> {
    return validated(schema, parsedJson(readText(relativePath), relativePath), relativePath);
  }

  const exists = (relativePath: string) => existsSync(path(relativePath));

  return {
    root,
    path,
    exists,
    read,
    readText,
    readIfPresent: (schema, relativePath) => (exists(relativePath) ? read(schema, relativePath) : undefined),
    write(schema, relativePath, value) {
      const text = JSON.stringify(validated(schema, value, relativePath), null, 2);
      replaceFile(path(relativePath), `${text}\n`);
    },
    writeText: (relativePath, text) => replaceFile(path(relativePath), text),
    list(relativeFolder) {
      const folder = path(relativeFolder);
      return existsSync(folder) ? readdirSync(folder).sort() : [];
    },
  };
}
