import { execFileSync } from 'node:child_process';
import { parseAllDocuments } from 'yaml';
import { findProgram } from './find-program.ts';
import type { Manifest } from './manifest.ts';

/** Every object of a kustomization, under the name that it is given in place of a file; throws what kustomize says. */
export function kustomize(folder: string, file: string): Manifest[] {
  const text = execFileSync(findProgram('kubectl') ?? 'kubectl', ['kustomize', folder], {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return parseAllDocuments(text).map((document) => ({ ...(document.toJS() as object), file }) as Manifest);
}
