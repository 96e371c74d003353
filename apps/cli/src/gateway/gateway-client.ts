import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AutoOpsError, type ErrorCode, errorTable } from '@auto-ops/contracts';
import type { Config } from '../config.ts';

/** The gateway's REST API. Throws GATEWAY_UNREACHABLE, or the error that the gateway answers with. */
export interface GatewayClient {
  get<Answer>(path: string): Promise<Answer>;
  text(path: string, accept: string): Promise<string>;
  post<Answer>(path: string, body: object, token?: string): Promise<Answer>;
}

function ownToken(config: Config): string {
  const file = join(config.data, 'token');
  if (config.token !== undefined) return config.token;
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  throw new AutoOpsError('CONFIGURATION_INVALID', `AUTO_OPS_TOKEN is not set and ${file} does not exist`, {
    hint: 'Set AUTO_OPS_TOKEN, or run this where `auto-ops serve` runs.',
  });
}

async function failure(answer: Response, path: string): Promise<AutoOpsError> {
  const problem = (await answer.json().catch(() => ({}))) as { code?: string; detail?: string; hint?: string };
  const code = problem.code !== undefined && problem.code in errorTable ? (problem.code as ErrorCode) : 'DEFECT';
  return new AutoOpsError(
    code,
    problem.detail ?? `${path}: the gateway answered ${answer.status}`,
    problem.hint === undefined ? {} : { hint: problem.hint },
  );
}

/** A client of the gateway that the configuration names. */
export function createGatewayClient(config: Config): GatewayClient {
  async function send(path: string, init: RequestInit & { token?: string | undefined } = {}): Promise<Response> {
    const { token = ownToken(config), ...request } = init;
    const headers = { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string> | undefined) };
    let answer: Response;
    try {
      answer = await fetch(new URL(path, config.url), {
        ...request,
        headers,
        signal: AbortSignal.timeout(10_000),
        redirect: 'error',
      });
    } catch (error) {
      throw new AutoOpsError('GATEWAY_UNREACHABLE', `${config.url} does not answer`, { cause: error });
    }
    if (!answer.ok) throw await failure(answer, path);
    return answer;
  }
  return {
    get: async <Answer>(path: string) => (await (await send(path)).json()) as Answer,
    text: async (path, accept) => (await send(path, { headers: { accept } })).text(),
    post: async <Answer>(path: string, body: object, token?: string) =>
      (await (
        await send(path, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
          token,
        })
      ).json()) as Answer,
  };
}
