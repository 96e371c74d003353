// Generated from the folders of the specialists by `npm run generate`; do not edit.
import type { Route } from '@auto-ops/contracts';

/** The specialists that every live run asks, by zone. */
export const routineSpecialists: Route['specialists'] = {"cluster":["access","helm","kubernetes","storage"]};
