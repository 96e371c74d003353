import type { Origin } from '../origin.ts';
import type { Repository } from './repository.ts';

/** The place of an event. */
export function originOf(repository: Repository, number?: number): Origin {
  return {
    repository: repository.full_name,
    repositoryId: repository.id,
    ...(number === undefined ? {} : { number }),
  };
}
