// Generated from the folders beside it by `npm run generate`; do not edit.
import type { Specialist } from '../specialist.ts';
import { specialist as access } from './access/index.ts';
import { specialist as bundle } from './bundle/index.ts';
import { specialist as helm } from './helm/index.ts';
import { specialist as helmHistory } from './helm-history/index.ts';
import { specialist as kubernetes } from './kubernetes/index.ts';
import { specialist as rendered } from './rendered/index.ts';
import { specialist as repository } from './repository/index.ts';
import { specialist as storage } from './storage/index.ts';

/** Every specialist, in the order of the folder names. */
export const specialists: readonly Specialist[] = [
  access,
  bundle,
  helm,
  helmHistory,
  kubernetes,
  rendered,
  repository,
  storage,
];
