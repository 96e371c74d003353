import type { z } from 'zod';
import type { Delivery } from '../delivery.ts';
import type { Interpretation } from '../interpretation.ts';
import type { Meaning } from '../meaning.ts';

/** One kind of event: the shape of its body, and what it means. */
export interface EventReader<Body extends z.ZodType = z.ZodType> {
  readonly Body: Body;
  interpret(body: z.infer<Body>, delivery: Delivery, interpretation: Interpretation): Meaning;
}
