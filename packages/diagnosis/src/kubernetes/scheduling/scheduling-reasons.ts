/** One reason of the scheduler, with the number of nodes it speaks for (0 where it names none). */
export interface SchedulingReason {
  readonly nodes: number;
  readonly text: string;
}

/** The reasons in a scheduler's message, the pre-emption part left out. */
export function schedulingReasons(message: string): SchedulingReason[] {
  const [own = ''] = message.split(/\.?\s*(?:no new claims to deallocate,\s*)?preemption:/);
  const body = own.replace(/^\s*\d+\/\d+ nodes are available:\s*/, '');
  return body
    .split(/,\s+(?=\d+ )|\.\s+/)
    .map((part) => /^(?:(\d+)\s+)?(?:node\(s\)\s+)?(.*?)\.?$/s.exec(part.trim()))
    .filter((match) => match !== null && match[2] !== '')
    .map((match) => ({ nodes: Number(match?.[1] ?? 0), text: match?.[2] ?? '' }));
}
