import type { errorTable } from './error-table.ts';

/** A code of the error table; a code is never reused for something else. */
export type ErrorCode = keyof typeof errorTable;
