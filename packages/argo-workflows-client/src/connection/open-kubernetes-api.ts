import { AutoOpsError } from '@auto-ops/contracts';
import type { ApiAnswer, ApiRequest } from './api-connection.ts';
import type { Credentials } from './credentials.ts';
import type { KubernetesApi } from './kubernetes-api.ts';
import { kubernetesPatience } from './kubernetes-patience.ts';
import { openConnection } from './open-connection.ts';
import { parseAnswer } from './parse-answer.ts';
import type { Patience } from './patience.ts';
import { sendPatiently } from './send-patiently.ts';
import { statusText } from './status-text.ts';

/** The Kubernetes API behind these credentials; nothing is sent before the first call. */
export function openKubernetesApi(credentials: Credentials, patience: Patience = kubernetesPatience): KubernetesApi {
  const connection = openConnection(credentials);

  async function send(request: ApiRequest): Promise<ApiAnswer> {
    const what = `${request.method} ${request.path}`;
    const answer = await sendPatiently(connection, request, patience).catch((cause: unknown) => {
      throw unreachable(what, cause);
    });
    if (answer.status < 300 || answer.status === 404 || answer.status === 409) return answer;
    throw refusal(what, answer);
  }

  return {
    send,
    async read(schema, path) {
      const answer = await send({ method: 'GET', path });
      if (answer.status === 404) return undefined;
      return parseAnswer(schema, `GET ${path}`, answer.text);
    },
    async create(path, object) {
      const answer = await send({ method: 'POST', path, body: object });
      if (answer.status === 409) return 'exists';
      if (answer.status === 404) throw refusal(`POST ${path}`, answer);
      return 'created';
    },
    async *lines(path, signal) {
      try {
        yield* connection.lines(path, signal);
      } catch (cause) {
        if (signal.aborted) return;
        const answer = (cause as Error).cause;
        if (isAnswer(answer)) throw refusal(`GET ${path}`, answer);
        throw unreachable(`GET ${path}`, cause);
      }
    },
    close: () => connection.close(),
  };
}

function isAnswer(value: unknown): value is ApiAnswer {
  return typeof value === 'object' && value !== null && 'status' in value && 'text' in value;
}

function unreachable(what: string, cause: unknown): AutoOpsError {
  const { code, message } = cause as { code?: string; message: string };
  return new AutoOpsError('KUBERNETES_UNREACHABLE', `${what}: no answer (${code ?? message})`, { cause });
}

function refusal(what: string, { status, text }: ApiAnswer): AutoOpsError {
  const message = `${what}: ${status} ${statusText(text)}`.trimEnd();
  if (status === 401) return new AutoOpsError('KUBERNETES_UNAUTHORIZED', message);
  if (status === 403) return new AutoOpsError('KUBERNETES_FORBIDDEN', message);
  return new AutoOpsError('KUBERNETES_FAILED', message, { data: { status } });
}
