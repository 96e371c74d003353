import type { Cryptography, Signal } from '@auto-ops/contracts';
import type { z } from 'zod';

/** How a delivery reached the gateway. */
export interface Delivery {
  /** SHA-256 of the raw body, or of the source's own delivery id where it has one. */
  readonly id: string;
  /** RFC 3339. */
  readonly receivedAt: string;
}

/**
 * One outside system, one folder of the one shape, found by the generated registry. `Body` is what its hook accepts;
 * `toSignal` translates and decides nothing.
 */
export interface Connector<Body extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly title: string;
  /** Where its hook listens, below `/hooks/`. */
  readonly hook: string;
  readonly Body: Body;
  toSignal(body: z.infer<Body>, delivery: Delivery, cryptography: Cryptography): Signal;
}
