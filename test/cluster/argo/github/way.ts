import type { Sender } from './sender.ts';

/** One way by which GitHub reaches the gateway. */
export interface Way {
  readonly name: string;
  readonly sender: Sender;
  /** Waits until what lies between GitHub and the gateway has done its part; says what that was. */
  arrived(delivery: string): Promise<string | undefined>;
}
