/** A page that an investigation may cite; `id` is its path without `.md`. */
export interface Runbook {
  readonly id: string;
  /** Markdown; untrusted. */
  readonly text: string;
}
