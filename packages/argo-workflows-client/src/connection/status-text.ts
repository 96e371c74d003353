import { z } from 'zod';

const Status = z.looseObject({ message: z.string().optional(), reason: z.string().optional() });

/** What a server says about a failure, at most 500 characters. */
export function statusText(text: string): string {
  try {
    const { message, reason } = Status.parse(JSON.parse(text));
    return (message ?? reason ?? '').slice(0, 500);
  } catch {
    // A proxy in between may answer HTML.
    return text.slice(0, 200);
  }
}
