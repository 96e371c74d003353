import { AutoOpsError, type ErrorCode } from '@auto-ops/contracts';
import type { RunApiAnswer, RunApiRequest } from './exchange.ts';

const codes: Readonly<Record<number, ErrorCode>> = {
  401: 'AUTHENTICATION_FAILED',
  403: 'PERMISSION_DENIED',
  404: 'RUN_UNKNOWN',
  409: 'RUN_STATE_INVALID',
  413: 'REQUEST_TOO_LARGE',
  503: 'OVERLOADED',
};

/** The error that an answer outside 2xx stands for, with what the gateway said about it (at most 500 characters). */
export function answerError(request: RunApiRequest, answer: RunApiAnswer): AutoOpsError {
  const code = codes[answer.status] ?? (answer.status >= 500 ? 'GATEWAY_UNREACHABLE' : 'REQUEST_INVALID');
  return new AutoOpsError(
    code,
    `${request.method} ${request.path}: ${answer.status} ${detailOf(answer.text)}`.trimEnd(),
  );
}

function detailOf(text: string): string {
  try {
    const problem = JSON.parse(text) as { detail?: unknown; title?: unknown };
    return String(problem.detail ?? problem.title ?? '').slice(0, 500);
  } catch {
    return text.slice(0, 200);
  }
}
