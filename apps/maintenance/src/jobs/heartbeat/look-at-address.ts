/** Expects a status of 2xx or 3xx; redirects are not followed. */
export async function lookAtAddress(target: string, signal: AbortSignal): Promise<string | undefined> {
  const answer = await fetch(target, { redirect: 'manual', signal, headers: { 'user-agent': 'auto-ops-heartbeat' } });
  await answer.body?.cancel();
  return answer.status >= 200 && answer.status < 400 ? undefined : `status ${answer.status}`;
}
