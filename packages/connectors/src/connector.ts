import type { Cryptography } from '@auto-ops/contracts';
import type { z } from 'zod';
import type { Delivery } from './delivery.ts';
import type { Interpretation } from './interpretation.ts';
import type { Meaning } from './meaning.ts';

/** Headers of a request, by their names in lower case. */
type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * One outside system, one folder of the one shape, found by the generated registry. `Body` is what its hook accepts;
 * `interpret` translates and decides nothing.
 */
export interface Connector<Body extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly title: string;
  /** Where its hook listens, below `/hooks/`. */
  readonly hook: string;
  /** How a delivery proves who sent it: a bearer token, or GitHub's HMAC over the raw body. */
  readonly authentication: 'bearer' | 'github-signature';
  readonly Body: Body;
  /** What the delivery is known by; throws REQUEST_INVALID where the source did not say what it has to. */
  delivery(headers: Headers, rawBody: string, cryptography: Cryptography): Pick<Delivery, 'id' | 'event'>;
  /** Throws DOCUMENT_INVALID where the body does not fit the event it came with. */
  interpret(body: z.infer<Body>, delivery: Delivery, interpretation: Interpretation): Meaning;
}
