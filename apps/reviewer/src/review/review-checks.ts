import { addressesCause } from '../checks/addresses-cause.ts';
import { catalogue } from '../checks/catalogue.ts';
import { checkPassed } from '../checks/check-passed.ts';
import { citesEvidence } from '../checks/cites-evidence.ts';
import { diffScope } from '../checks/diff-scope.ts';
import { diffSize } from '../checks/diff-size.ts';
import { manifestLint } from '../checks/manifest-lint.ts';
import { ownership } from '../checks/ownership.ts';
import { planSchema } from '../checks/plan-schema.ts';
import { policyClass } from '../checks/policy-class.ts';
import { previousCommentsAnswered } from '../checks/previous-comments-answered.ts';
import { rehearsalPassed } from '../checks/rehearsal-passed.ts';
import { secrets } from '../checks/secrets.ts';
import type { ReviewCheck } from './review-check.ts';

/** Every check, in the order in which a person would read them. */
export const reviewChecks: readonly ReviewCheck[] = [
  planSchema,
  catalogue,
  policyClass,
  ownership,
  rehearsalPassed,
  diffSize,
  diffScope,
  secrets,
  manifestLint,
  citesEvidence,
  addressesCause,
  checkPassed,
  previousCommentsAnswered,
];
