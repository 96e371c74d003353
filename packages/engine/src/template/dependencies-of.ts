import { namesOf } from '../expression/names-of.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import { splitResult } from './split-result.ts';
import type { Task } from './task.ts';

/** The names of the tasks that a task's `depends` speaks of, each once. */
export function dependenciesOf(task: Task): string[] {
  if (task.depends === undefined) return [];
  return [...new Set(namesOf(parseExpression(task.depends)).map((name) => splitResult(name).task))];
}
