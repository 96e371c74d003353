import { readFileSync } from 'node:fs';
import { connectors } from '@auto-ops/connectors';
import { Alert, AutoOpsError, type Cryptography } from '@auto-ops/contracts';
import { z } from 'zod';

function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new AutoOpsError('USAGE_INVALID', `--alert ${file}: ${(error as NodeJS.ErrnoException).code}`, {
      cause: error,
    });
  }
}

/** Reads one Alert, a list of them, or the body of a notification that a connector understands. Throws DOCUMENT_INVALID. */
export function readAlerts(file: string, receivedAt: string, cryptography: Cryptography): Alert[] {
  const text = textOf(file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new AutoOpsError('DOCUMENT_INVALID', `--alert ${file}: not JSON: ${(error as Error).message}`, {
      cause: error,
    });
  }
  // A file has no headers, so only a source whose body says everything can be told by it.
  for (const connector of connectors.filter(({ authentication }) => authentication === 'bearer')) {
    const body = connector.Body.safeParse(value);
    if (!body.success) continue;
    const delivery = { id: cryptography.sha256(text), receivedAt };
    const meaning = connector.interpret(body.data, delivery, { cryptography, label: '' });
    if (meaning.kind === 'signal') return [...meaning.signal.alerts];
  }
  const parsed = z
    .array(Alert)
    .min(1)
    .safeParse(Array.isArray(value) ? value : [value]);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AutoOpsError('DOCUMENT_INVALID', `--alert ${file}: ${issue?.path.join('.')}: ${issue?.message}`, {
    hint: 'Give an Alert as the evidence bundle has it, or the body of an Alertmanager notification.',
  });
}
