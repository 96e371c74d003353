/** An endpoint the heartbeat looks at. */
export interface Endpoint {
  readonly name: string;
  readonly kind: 'http' | 'tcp' | 'dns' | 'tls';
  readonly target: string;
  readonly namespace?: string;
}
