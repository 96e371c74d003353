import { argoErrors } from './argo-errors.ts';
import { bundleErrors } from './bundle-errors.ts';
import { engineErrors } from './engine-errors.ts';
import { gatewayErrors } from './gateway-errors.ts';
import { generalErrors } from './general-errors.ts';
import { githubErrors } from './github-errors.ts';
import { kubernetesErrors } from './kubernetes-errors.ts';
import { maintenanceErrors } from './maintenance-errors.ts';
import { policyErrors } from './policy-errors.ts';
import { promptErrors } from './prompt-errors.ts';
import { sourceErrors } from './source-errors.ts';
import { workspaceErrors } from './workspace-errors.ts';

/** Every error code of the system; `docs/reference/errors.md` is made from it. */
export const errorTable = {
  ...generalErrors,
  ...workspaceErrors,
  ...bundleErrors,
  ...kubernetesErrors,
  ...policyErrors,
  ...promptErrors,
  ...sourceErrors,
  ...engineErrors,
  ...argoErrors,
  ...gatewayErrors,
  ...maintenanceErrors,
  ...githubErrors,
} as const;
