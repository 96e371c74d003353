import { accessCauses } from './access-causes.ts';
import { capacityCauses } from './capacity-causes.ts';
import { codeCauses } from './code-causes.ts';
import { configurationCauses } from './configuration-causes.ts';
import { dependencyCauses } from './dependency-causes.ts';
import { externalCauses } from './external-causes.ts';
import { imageCauses } from './image-causes.ts';
import { infrastructureCauses } from './infrastructure-causes.ts';
import { networkCauses } from './network-causes.ts';
import { schedulingCauses } from './scheduling-causes.ts';
import { securityCauses } from './security-causes.ts';
import { storageCauses } from './storage-causes.ts';

/** The published list of causes, by category; `docs/reference/causes.md` is made from it. */
export const causeList = [
  ...configurationCauses,
  ...imageCauses,
  ...schedulingCauses,
  ...capacityCauses,
  ...networkCauses,
  ...accessCauses,
  ...storageCauses,
  ...dependencyCauses,
  ...codeCauses,
  ...infrastructureCauses,
  ...securityCauses,
  ...externalCauses,
] as const;
