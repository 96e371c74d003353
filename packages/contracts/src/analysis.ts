import { z } from 'zod';
import { Cause } from './cause.ts';
import { CauseCode } from './causes/cause-code.ts';
import { Finding } from './finding.ts';
import { Scope } from './scope.ts';
import { Subject } from './subject.ts';

/** What an investigation ends with; the output of `replay` plus how it came about. */
export const Analysis = z.strictObject({
  schemaVersion: z.literal(1),
  bundle: z.string(),
  verdict: z.enum(['identified', 'suspected', 'unknown', 'no-fault']),
  summary: z.string(),
  causes: z.array(Cause).max(10),
  findings: z.array(Finding),
  suspectChanges: z.array(
    z.strictObject({ id: z.string(), score: z.number().min(0).max(1), reasons: z.array(z.string()) }),
  ),
  affected: z.array(Subject),
  ruledOut: z.array(
    z.strictObject({ code: CauseCode, subject: Subject, reason: z.string(), evidence: z.array(z.string()) }),
  ),
  runbooks: z.array(z.strictObject({ id: z.string(), title: z.string(), score: z.number() })),
  diagnostics: z.array(z.strictObject({ command: z.string(), reason: z.string() })),
  /** `rules` is the deterministic answer; `model` says that a model reordered or added to it. */
  basis: z.enum(['rules', 'model']),
  /** Set when one more round of collect would help: where to look next. */
  request: z.strictObject({ scope: Scope, reason: z.string() }).optional(),
});
export type Analysis = z.infer<typeof Analysis>;
