import type { Cluster } from '../cluster/cluster.ts';
import type { Journal } from './journal.ts';

/** The moments around one action at which a process may die. */
export type Moment = 'before-intent' | 'after-intent' | 'after-effect' | 'after-result';

/** What carrying out actions needs. */
export interface Acting {
  readonly cluster: Cluster;
  readonly journal: Journal;
  /** RFC 3339. */
  now(): string;
  /** Takes secrets out of text that people will see. */
  hide(text: string): string;
  /** Told of every moment, so that a test can end the process there. */
  readonly reached?: ((moment: Moment, action: string) => void) | undefined;
}
