import type { ApproverState } from '@auto-ops/contracts';
import type { TokenDirectory } from './token-directory.ts';

/** A person as the directory knows them now, for who verifies a decision; undefined where nobody has that name. */
export function approverState(directory: TokenDirectory, id: string): ApproverState | undefined {
  const person = directory.named(id);
  return person === undefined ? undefined : { id: person.name, active: true, roles: [...person.roles] };
}
