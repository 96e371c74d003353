/** One row of the error table. */
export interface ErrorDefinition {
  /** What happened, as a heading. */
  readonly title: string;
  /** 1 defect, 2 usage, 3 bad input, 4 configuration, 75 try later. */
  readonly exit: 1 | 2 | 3 | 4 | 75;
  /** The status where it reaches an HTTP client. */
  readonly http: number;
  /** The next action, as a sentence; a thrown error may give a narrower one. */
  readonly hint: string;
}
