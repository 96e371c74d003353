import { AutoOpsError } from '@auto-ops/contracts';
import { z } from 'zod';
import type { Answer } from './exchange.ts';

const Status = z.looseObject({ message: z.string().optional(), reason: z.string().optional() });

/** The typed error of an answer that is none of the 200s; `data.status` holds the HTTP status. */
export function apiError(answer: Answer, path: string): AutoOpsError {
  const what = `GET ${path.split('?')[0]}: ${answer.status} ${reasonOf(answer)}`;
  const data = { status: answer.status };
  if (answer.status === 401) return new AutoOpsError('KUBERNETES_UNAUTHORIZED', what, { data });
  if (answer.status === 403) return new AutoOpsError('KUBERNETES_FORBIDDEN', what, { data });
  return new AutoOpsError('KUBERNETES_FAILED', what, { data });
}

/** The body is a Status object as text, or whatever a proxy in between says. */
function reasonOf(answer: Answer): string {
  try {
    const status = Status.parse(JSON.parse(answer.text));
    return (status.message ?? status.reason ?? '').slice(0, 400);
  } catch {
    return answer.text.slice(0, 200);
  }
}
