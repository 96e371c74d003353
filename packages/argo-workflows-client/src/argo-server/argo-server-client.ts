import type { NodeSelector } from './node-selector.ts';

/** What becomes of a suspended node. */
export interface NodeChange {
  /** The node goes on waiting where there is no phase. */
  readonly phase?: 'Succeeded' | 'Failed' | 'Error';
  readonly message?: string;
  /** Values of the node's supplied outputs. */
  readonly outputParameters?: Readonly<Record<string, string>>;
}

/**
 * The operations of the Argo Server that change a Workflow. All throw RUN_UNKNOWN, ARGO_SERVER_UNREACHABLE, ARGO_SERVER_REFUSED and
 * ARGO_SERVER_FAILED; those on a node also NODE_NOT_WAITING and, before anything is sent, NODE_SELECTOR_EMPTY.
 */
export interface ArgoServerClient {
  /** Sets phase, message and supplied outputs of the matching suspended nodes in one update. */
  setNode(workflow: string, selector: NodeSelector, change: NodeChange): Promise<void>;
  /** Ends the wait of the matching suspended nodes; their supplied outputs get no value. */
  resumeNode(workflow: string, selector: NodeSelector): Promise<void>;
  /** Fails the matching suspended nodes. */
  stopNode(workflow: string, selector: NodeSelector, message?: string): Promise<void>;
  /** Stops the whole Workflow; its exit handler runs. One that has ended stays as it is. */
  stop(workflow: string): Promise<void>;
  close(): void;
}
