import { z } from 'zod';
import { causeList } from './cause-list.ts';

type Code = (typeof causeList)[number]['code'];

/** The code of a cause: one of the published list. */
export const CauseCode = z.enum(causeList.map((cause) => cause.code) as [Code, ...Code[]]);
export type CauseCode = z.infer<typeof CauseCode>;
