import { existsSync } from 'node:fs';
import type { Environment } from '@auto-ops/runtime';
import type { KnownVariable } from './known-variable.ts';

/** One set variable: where its value comes from, masked where it is a secret, and what is wrong. */
export interface VariableRow {
  readonly name: string;
  readonly value: string;
  readonly origin: 'environment' | 'file';
  readonly problem?: string;
}

/** Lists every AUTO_OPS_* variable that is set. */
export function checkVariables(known: readonly KnownVariable[], environment: Environment): VariableRow[] {
  const names = Object.keys(environment)
    .filter((name) => /^AUTO_OPS_(?!TEST_)/.test(name))
    .sort();
  return names.map((name) => {
    const value = environment[name] ?? '';
    const direct = known.find((variable) => variable.name === name);
    const viaFile = known.find((variable) => variable.secret && `${variable.name}_FILE` === name);
    if (viaFile !== undefined) {
      return { name, value, origin: 'file', ...(existsSync(value) ? {} : { problem: 'the file does not exist' }) };
    }
    if (direct === undefined)
      return {
        name,
        value: '(not shown)',
        origin: 'environment',
        problem: 'is not known; see docs/reference/environment.md',
      };
    return { name, value: direct.secret ? '(secret, set)' : value, origin: 'environment' };
  });
}
