/** Until when GitHub is left alone. */
export interface ReadLimit {
  /** Milliseconds since 1970; 0 where it may be asked. */
  readonly pausedUntil: number;
  /** How often in a row it said no without saying until when. */
  readonly refusals: number;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
}

const minute = 60_000;
/** The share of the hour's requests that is left for others who use the same token. */
const reserve = 0.1;

function numberOf(value: string | number | undefined): number | undefined {
  return value === undefined || Number.isNaN(Number(value)) ? undefined : Number(value);
}

/** What an answer says about asking again: GitHub's own time where it gives one, else a minute and twice as long each time. */
export function readLimit({ status, headers }: Answer, before: ReadLimit, now: number): ReadLimit {
  const retryAfter = numberOf(headers['retry-after']);
  const remaining = numberOf(headers['x-ratelimit-remaining']);
  const total = numberOf(headers['x-ratelimit-limit']);
  const reset = (numberOf(headers['x-ratelimit-reset']) ?? 0) * 1000;
  const isRefused = status === 403 || status === 429;
  if (isRefused && retryAfter !== undefined) return { pausedUntil: now + retryAfter * 1000, refusals: 0 };
  if (remaining !== undefined && reset > now && remaining <= (isRefused ? 0 : (total ?? 0) * reserve))
    return { pausedUntil: reset, refusals: 0 };
  // A 403 without any of this is about rights, a 429 never is.
  if (status !== 429) return { pausedUntil: 0, refusals: 0 };
  return { pausedUntil: now + minute * 2 ** Math.min(before.refusals, 5), refusals: before.refusals + 1 };
}
