import type { Action } from '@auto-ops/contracts';
import { readPath } from '../object/read-path.ts';
import { disruptsPods } from './disrupts-pods.ts';
import { isInChangeWindow } from './is-in-change-window.ts';
import { losesLastReplica } from './loses-last-replica.ts';
import type { PlanContext } from './plan-context.ts';
import { violatesBudget } from './violates-budget.ts';

/** Something about the context that makes an action riskier than it is by itself. */
export interface Escalator {
  readonly name: string;
  readonly reason: string;
  applies(action: Action, context: PlanContext, actionCount: number): boolean;
}

/** Every escalator; each that applies raises the class by one. They are about live objects, a branch of a repository disturbs nobody. */
export const escalators: readonly Escalator[] = [
  {
    name: 'tier-0',
    reason: 'The target is of tier 0.',
    applies: (action, context) =>
      readPath(context.targets[action.id]?.object, 'metadata', 'labels', 'auto-ops.dev/tier') === '0',
  },
  {
    name: 'last-replica',
    reason: 'The only ready replica may stop.',
    applies: (action, context) => disruptsPods(action.type) && losesLastReplica(context.targets[action.id]?.object),
  },
  {
    name: 'disruption-budget',
    reason: 'A PodDisruptionBudget allows no disruption at present.',
    applies: (action, context) => {
      const known = context.targets[action.id];
      return disruptsPods(action.type) && known?.object !== undefined && violatesBudget(known.object, known.related);
    },
  },
  {
    name: 'stateful',
    reason: 'The target keeps state.',
    applies: (action) => action.target.kind === 'StatefulSet' || action.target.kind === 'PersistentVolumeClaim',
  },
  {
    name: 'change-window',
    reason: 'It is outside the change window and the incident is not critical.',
    applies: (_action, context) =>
      context.severity !== 'critical' && !isInChangeWindow(context.now, context.limits.changeWindow),
  },
  {
    name: 'repeated',
    reason: 'The same target was changed within the last hour.',
    applies: (action, context) =>
      (context.state.recentActions[`${action.target.namespace ?? ''}/${action.target.name}`] ?? 0) > 0,
  },
  {
    name: 'weak-evidence',
    reason: 'The cause is not certain.',
    applies: (_action, context) => context.confidence !== undefined && context.confidence < 0.5,
  },
  {
    name: 'injection',
    reason: 'Evidence of this incident tries to give orders.',
    applies: (_action, context) => context.isInjectionSuspected === true,
  },
  {
    name: 'long-plan',
    reason: 'The plan has more than three actions.',
    applies: (_action, _context, actionCount) => actionCount > 3,
  },
];
