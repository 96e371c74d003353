/** How a server is reached and who asks: a certificate, a token, or nobody. */
export interface Credentials {
  /** `https://host:port`, without a path at its end. */
  readonly server: string;
  /** PEM of the authority that signed the server's certificate; the system's authorities where absent. */
  readonly authority?: string | undefined;
  /** False takes any certificate of the server; true unless given. */
  readonly verify?: boolean | undefined;
  readonly certificate?: string | undefined;
  readonly key?: string | undefined;
  /** Called before each request, because a token in a pod is renewed. */
  token?(): string | undefined;
}
