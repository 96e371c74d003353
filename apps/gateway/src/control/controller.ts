/** Compares what should be with what is and repairs the difference, for ever; losing an event costs a second, never an incident. */
export interface Controller {
  start(): void;
  /** Looks at once instead of at the next tick. */
  kick(): void;
  /** When everything was last compared without a failure, RFC 3339; it is what says that runs go on. */
  lastLook(): string;
  stop(): Promise<void>;
}
