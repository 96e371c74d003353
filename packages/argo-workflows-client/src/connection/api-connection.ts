/** One request; `path` carries the query. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Sent as JSON, or as `type` where that is given. */
  readonly body?: unknown;
  readonly type?: string;
  readonly timeoutMilliseconds?: number;
}

/** An answer as it came. */
export interface ApiAnswer {
  readonly status: number;
  readonly text: string;
  readonly retryAfterSeconds?: number | undefined;
}

/** A server that speaks JSON over HTTP; a lost connection is thrown as the socket's own error. */
export interface ApiConnection {
  send(request: ApiRequest): Promise<ApiAnswer>;
  /** The lines of an answer that is still growing, until it ends, fails, is silent for too long, or is aborted. Throws where the answer is not 200, with the ApiAnswer as the cause. */
  lines(path: string, signal: AbortSignal): AsyncIterable<string>;
  close(): void;
}
