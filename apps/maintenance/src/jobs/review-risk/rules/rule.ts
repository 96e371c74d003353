import type { RiskFinding } from '@auto-ops/contracts';
import type { ChangeSet } from '../changes/change-set.ts';
import type { ObjectChange } from '../objects/object-change.ts';

/** A finding before its text is made fit to be shown. */
export type Finding = Pick<RiskFinding, 'code' | 'class' | 'path' | 'line' | 'subject' | 'text'>;

/** Judges a change as a whole. */
export type Rule = (change: ChangeSet) => readonly Finding[];

/** Judges one object that changed. */
export type ObjectRule = (change: ObjectChange) => readonly Finding[];
