import type { ObjectItem } from '../../view.ts';
import type { Fields } from '../fields/fields.ts';
import { listAt } from '../fields/list-at.ts';
import type { Direction } from './traffic.ts';

/** The rules of a policy for a direction. */
export function policyRules(policy: ObjectItem, direction: Direction): readonly Fields[] {
  return listAt(policy.object, 'spec', direction === 'Ingress' ? 'ingress' : 'egress');
}
