import { classifyPlan, compareClasses } from '@auto-ops/policy';
import type { Opinion, ReviewCheck } from '../review/review-check.ts';
import { riskContext } from '../review/risk-context.ts';

/** The class, computed anew from the evidence: never RX, never R4, and never above what the rehearsal found. */
export const policyClass: ReviewCheck = {
  name: 'policy-class',
  run(input) {
    const risk = classifyPlan(input.plan, riskContext(input));
    const opinions = risk.actions.map((action): Opinion => {
      const detail = `${action.class}: ${action.reasons.join(' ')}`;
      if (action.class === 'RX') return { action: action.id, result: 'failed', isFinal: true, detail };
      if (action.class === 'R4')
        return {
          action: action.id,
          result: 'failed',
          isFinal: true,
          detail: `${detail} Destructive actions are done by people.`,
        };
      return { action: action.id, result: 'passed', detail };
    });
    const { rehearsal } = input;
    if (rehearsal === undefined) return opinions;
    if (rehearsal.class === 'RX' || rehearsal.class === 'R4')
      return [
        ...opinions,
        { result: 'failed', isFinal: true, detail: `The rehearsal found class ${rehearsal.class}.` },
      ];
    if (compareClasses(risk.class, rehearsal.class) > 0 && rehearsal.verdict !== 'not-run')
      return [
        ...opinions,
        { result: 'failed', detail: `The rehearsal says ${rehearsal.class}, the plan alone is ${risk.class} already.` },
      ];
    return opinions;
  },
};
