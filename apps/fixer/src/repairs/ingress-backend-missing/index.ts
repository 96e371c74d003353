import { correctBackend } from '../../candidates/correct-backend.ts';
import type { Repair } from '../../repair.ts';

/** An Ingress that routes to nothing: the Service with nearly the same name, or the port the Service has. */
export const repair: Repair = {
  code: 'ingress-backend-missing',
  repair: correctBackend,
};
