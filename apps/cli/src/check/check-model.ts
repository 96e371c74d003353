/** Whether the model endpoint answers, and what it says of the key. */
export interface ModelCheck {
  readonly result: 'passed' | 'failed' | 'not-run';
  readonly detail: string;
}

/** Asks an OpenAI-compatible endpoint for its list of models; never sends anything else. */
export async function checkModel(url: string | undefined, key: string | undefined): Promise<ModelCheck> {
  if (url === undefined)
    return { result: 'not-run', detail: 'none is configured (AUTO_OPS_MODEL_URL); the rules work alone' };
  const address = `${url.replace(/\/$/, '')}/models`;
  const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` };
  let answer: Response;
  try {
    answer = await fetch(address, { headers, signal: AbortSignal.timeout(10_000) });
  } catch (error) {
    const reason = (error as Error & { cause?: { code?: string } }).cause?.code ?? (error as Error).name;
    return { result: 'failed', detail: `${address} does not answer (${reason})` };
  }
  await answer.body?.cancel();
  if (answer.status === 401)
    return { result: 'failed', detail: `${address} answers 401: the key of AUTO_OPS_MODEL_KEY is missing or wrong` };
  if (answer.status === 403)
    return {
      result: 'failed',
      detail: `${address} answers 403: the key is known and lacks the right to this endpoint`,
    };
  if (!answer.ok) return { result: 'failed', detail: `${address} answers ${answer.status}` };
  return { result: 'passed', detail: `${address} answers and takes the key` };
}
