import type { z } from 'zod';
import { AnalysisReply } from './replies/analysis-reply.ts';
import { PlanReply } from './replies/plan-reply.ts';
import { ReviewReply } from './replies/review-reply.ts';
import { RouteReply } from './replies/route-reply.ts';

/** What a prompt is given and how its reply is read. */
export interface PromptDefinition {
  /** Text of our own: the catalogue, the cause list. */
  readonly trusted: readonly string[];
  /** Everything else; it only ever stands between fences. */
  readonly untrusted: readonly string[];
  readonly reply: z.ZodType;
}

/** Every prompt by the name of its file. */
export const promptTable = {
  route: { trusted: ['specialists'], untrusted: ['incident'], reply: RouteReply },
  analyse: { trusted: ['causes'], untrusted: ['findings', 'incident', 'evidence'], reply: AnalysisReply },
  fix: { trusted: ['catalogue'], untrusted: ['cause', 'objects', 'comments'], reply: PlanReply },
  review: { trusted: [], untrusted: ['cause', 'diff', 'checks'], reply: ReviewReply },
} as const satisfies Record<string, PromptDefinition>;
