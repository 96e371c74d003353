import { stepVariables } from './generated.ts';

/** The names of every variable that some step app reads. */
export const stepVariableNames: readonly string[] = [...new Set(stepVariables.map((variable) => variable.env))].sort();
