import { AutoOpsError, GitHubIds } from '@auto-ops/contracts';
import type { Delivery } from '../delivery.ts';
import type { Interpretation } from '../interpretation.ts';
import type { Meaning } from '../meaning.ts';
import { eventReaders } from './event-readers.ts';
import type { GitHubBody } from './schema.ts';

/** Reads a body by the event it came with; an event that nothing follows from is nothing. */
export function interpret(body: GitHubBody, delivery: Delivery, interpretation: Interpretation): Meaning {
  const event = GitHubIds.shape.event.safeParse(delivery.event);
  if (!event.success) return { kind: 'nothing', reason: `the event ${delivery.event ?? ''} is not used` };
  const { Body, interpret: read } = eventReaders[event.data];
  const parsed = Body.safeParse(body);
  if (parsed.success) return read(parsed.data, delivery, interpretation);
  const [issue] = parsed.error.issues;
  throw new AutoOpsError('DOCUMENT_INVALID', `${event.data}: ${issue?.path.join('.')}: ${issue?.message}`, {
    hint: 'The body is not of the event that its header names, or GitHub changed its shape.',
  });
}
