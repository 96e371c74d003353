import type { IncomingMessage } from 'node:http';
import { AutoOpsError } from '@auto-ops/contracts';

/** The run of a request: that of the socket it came through, or of the token it carries. */
const runOfRequest = new WeakMap<IncomingMessage, string>();

/** Binds requests to the run they are of. */
export const ownRun = {
  bind(request: IncomingMessage, run: string): void {
    runOfRequest.set(request, run);
  },
  /** Whether it is known which run the request is of. */
  isBound: (request: IncomingMessage): boolean => runOfRequest.has(request),
  /** Throws PERMISSION_DENIED where a step asks about a run that is not its own. */
  require(request: IncomingMessage, run: string): void {
    if (runOfRequest.get(request) !== run)
      throw new AutoOpsError('PERMISSION_DENIED', `this caller is not of run ${run}`);
  },
};
