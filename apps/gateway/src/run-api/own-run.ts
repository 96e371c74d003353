import type { IncomingMessage } from 'node:http';
import { AutoOpsError } from '@auto-ops/contracts';

/** The run whose socket a request came through. */
const runOfRequest = new WeakMap<IncomingMessage, string>();

/** Binds requests to the run of the socket they come through. */
export const ownRun = {
  bind(request: IncomingMessage, run: string): void {
    runOfRequest.set(request, run);
  },
  /** Throws PERMISSION_DENIED where a step asks about a run that is not its own. */
  require(request: IncomingMessage, run: string): void {
    if (runOfRequest.get(request) !== run)
      throw new AutoOpsError('PERMISSION_DENIED', `this socket is not that of run ${run}`);
  },
};
