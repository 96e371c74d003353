import { styleText } from 'node:util';
import type { AutoOpsError } from '@auto-ops/contracts';

/** An error for a terminal: code and message, then the next action. */
export function formatError(error: AutoOpsError): string {
  return `${styleText('red', `error ${error.code}`, { stream: process.stderr })}: ${error.message}\nhint: ${error.hint}\n`;
}
