import type { CauseDefinition } from './cause-definition.ts';

/** Causes of the category `infrastructure`. */
export const infrastructureCauses = [
  {
    code: 'node-not-ready',
    category: 'infrastructure',
    title: 'Node not ready',
    meaning: 'A node stopped reporting or reports that it is not ready; its pods are lost or unreachable.',
    subject: 'the Node',
    proves: 'Condition Ready=False or Unknown.',
    rulesOut: 'The node is ready again.',
  },
  {
    code: 'node-pressure',
    category: 'infrastructure',
    title: 'Node under pressure',
    meaning: 'A node runs short of memory, disk or process ids and evicts or refuses pods.',
    subject: 'the Node',
    proves: 'Condition MemoryPressure, DiskPressure or PIDPressure is True, or pods evicted for it.',
    rulesOut: 'The condition is false and pods run.',
  },
  {
    code: 'node-cordoned',
    category: 'infrastructure',
    title: 'Node cordoned',
    meaning: 'A node takes no new pods because somebody marked it unschedulable, and pods wait for it.',
    subject: 'the Node',
    proves: 'spec.unschedulable with pods pending "were unschedulable".',
    rulesOut: 'Nothing waits for it: planned maintenance.',
  },
] as const satisfies readonly CauseDefinition[];
