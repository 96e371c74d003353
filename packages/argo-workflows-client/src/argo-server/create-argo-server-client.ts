import { AutoOpsError } from '@auto-ops/contracts';
import type { ApiAnswer } from '../connection/api-connection.ts';
import type { Credentials } from '../connection/credentials.ts';
import { openConnection } from '../connection/open-connection.ts';
import type { Patience } from '../connection/patience.ts';
import { sendPatiently } from '../connection/send-patiently.ts';
import { statusText } from '../connection/status-text.ts';
import type { WorkflowsClient } from '../workflow/workflows-client.ts';
import type { ArgoServerClient } from './argo-server-client.ts';
import { matchesNode } from './matches-node.ts';
import type { NodeSelector } from './node-selector.ts';
import { selectorText } from './selector-text.ts';

// 500 is not repeated: it is also the answer to a selector that matches nothing, which only the Workflow itself can tell.
const serverPatience: Patience = {
  tries: 6,
  firstDelayMilliseconds: 500,
  isPassing: (status) => status === 408 || status === 429 || status > 500,
};
const ended = new Set(['Succeeded', 'Failed', 'Error']);

/** The Argo Server for one namespace; `workflows` is asked again where an answer does not say what went wrong. */
export function createArgoServerClient(
  credentials: Credentials,
  workflows: WorkflowsClient,
  namespace: string,
  patience: Patience = serverPatience,
): ArgoServerClient {
  const connection = openConnection(credentials);

  async function put(workflow: string, operation: string, body: object): Promise<ApiAnswer> {
    const path = `/api/v1/workflows/${namespace}/${workflow}/${operation}`;
    const answer = await sendPatiently(connection, { method: 'PUT', path, body }, patience).catch((cause: Error) => {
      const { code, message } = cause as { code?: string; message: string };
      throw new AutoOpsError('ARGO_SERVER_UNREACHABLE', `PUT ${path}: no answer (${code ?? message})`, { cause });
    });
    if (answer.status === 404) throw new AutoOpsError('RUN_UNKNOWN', `there is no workflow ${workflow}`);
    if (answer.status === 401 || answer.status === 403) {
      throw new AutoOpsError('ARGO_SERVER_REFUSED', `PUT ${path}: ${answer.status} ${statusText(answer.text)}`);
    }
    return answer;
  }

  function failure(workflow: string, operation: string, { status, text }: ApiAnswer): AutoOpsError {
    return new AutoOpsError('ARGO_SERVER_FAILED', `${operation} of ${workflow}: ${status} ${statusText(text)}`);
  }

  async function changeNode(workflow: string, operation: string, selector: NodeSelector, body: object): Promise<void> {
    const nodeFieldSelector = selectorText(selector);
    const answer = await put(workflow, operation, { ...body, nodeFieldSelector });
    if (answer.status < 300) return;
    const present = await workflows.get(workflow);
    if (present === undefined) throw new AutoOpsError('RUN_UNKNOWN', `there is no workflow ${workflow}`);
    if (Object.values(present.status.nodes).some((node) => matchesNode(selector, node))) {
      throw failure(workflow, operation, answer);
    }
    throw new AutoOpsError('NODE_NOT_WAITING', `no node of ${workflow} with ${nodeFieldSelector} waits`);
  }

  return {
    setNode: (workflow, selector, { phase, message, outputParameters }) =>
      changeNode(workflow, 'set', selector, {
        ...(phase !== undefined && { phase }),
        ...(message !== undefined && { message }),
        // The server wants the object as a string.
        ...(outputParameters !== undefined && { outputParameters: JSON.stringify(outputParameters) }),
      }),
    resumeNode: (workflow, selector) => changeNode(workflow, 'resume', selector, {}),
    stopNode: (workflow, selector, message) =>
      changeNode(workflow, 'stop', selector, message === undefined ? {} : { message }),
    async stop(workflow) {
      const answer = await put(workflow, 'stop', {});
      if (answer.status < 300) return;
      const present = await workflows.get(workflow);
      if (present === undefined) throw new AutoOpsError('RUN_UNKNOWN', `there is no workflow ${workflow}`);
      if (!ended.has(present.status.phase)) throw failure(workflow, 'stop', answer);
    },
    close: () => connection.close(),
  };
}
