import type { Opinion, ReviewCheck } from '../review/review-check.ts';

/** The plan is drafted, is about this incident and attempt, and numbers its actions in order. */
export const planSchema: ReviewCheck = {
  name: 'plan-schema',
  run({ plan, incident, attempt }) {
    const problems: string[] = [];
    if (plan.verdict !== 'drafted' || plan.actions.length === 0) problems.push('It has no actions.');
    if (plan.incident !== incident.id) problems.push(`It is for incident ${plan.incident}, not ${incident.id}.`);
    if (plan.attempt !== attempt) problems.push(`It is of attempt ${plan.attempt}, not ${attempt}.`);
    const ids = plan.actions.map((action) => action.id);
    const wanted = ids.map((_, index) => `a${index + 1}`);
    if (JSON.stringify(ids) !== JSON.stringify(wanted))
      problems.push(`Its actions are ${ids.join(', ')}, not ${wanted.join(', ')}.`);
    const opinion: Opinion =
      problems.length === 0
        ? { result: 'passed', detail: `${ids.length} actions, numbered in order.` }
        : { result: 'failed', detail: problems.join(' ') };
    return [opinion];
  },
};
