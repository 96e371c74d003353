import { correctSelector } from '../../candidates/correct-selector.ts';
import type { Repair } from '../../repair.ts';

/** A Service that selects nothing: the labels of the one workload it is meant for. */
export const repair: Repair = {
  code: 'selector-matches-nothing',
  repair: correctSelector,
};
