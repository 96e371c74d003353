import type { IncomingMessage } from 'node:http';
import { AutoOpsError } from '@auto-ops/contracts';

/** Who asks: the run of the socket it came through, or run and account of the token it carries. */
interface Caller {
  readonly run: string;
  readonly account?: string | undefined;
}

const callerOfRequest = new WeakMap<IncomingMessage, Caller>();

/** Binds requests to the run they are of. */
export const ownRun = {
  bind(request: IncomingMessage, run: string, account?: string): void {
    callerOfRequest.set(request, { run, account });
  },
  /** Whether it is known which run the request is of. */
  isBound: (request: IncomingMessage): boolean => callerOfRequest.has(request),
  /** The ServiceAccount of the caller; undefined where it came through a socket. */
  accountOf: (request: IncomingMessage): string | undefined => callerOfRequest.get(request)?.account,
  /** Throws PERMISSION_DENIED where a step asks about a run that is not its own. */
  require(request: IncomingMessage, run: string): void {
    if (callerOfRequest.get(request)?.run !== run)
      throw new AutoOpsError('PERMISSION_DENIED', `this caller is not of run ${run}`);
  },
};
