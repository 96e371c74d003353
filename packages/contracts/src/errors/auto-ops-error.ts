import type { ErrorCode } from './error-code.ts';
import { errorTable } from './error-table.ts';

/** A failure with a code of the error table, a message that carries the values, and a hint that names the next action. */
export class AutoOpsError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { hint?: string; cause?: unknown; data?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AutoOpsError';
    this.code = code;
    this.hint = options.hint ?? errorTable[code].hint;
    this.data = options.data ?? {};
  }

  /** The process exit code: 1 defect, 2 usage, 3 bad input, 4 configuration, 75 try later. */
  get exit(): number {
    return errorTable[this.code].exit;
  }

  /** The HTTP status for a client. */
  get http(): number {
    return errorTable[this.code].http;
  }
}
