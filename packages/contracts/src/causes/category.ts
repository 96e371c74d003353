import { z } from 'zod';

/** What kind of thing a cause is. */
export const Category = z.enum([
  'configuration',
  'image',
  'scheduling',
  'capacity',
  'network',
  'access',
  'storage',
  'dependency',
  'code',
  'infrastructure',
  'security',
  'external',
]);
export type Category = z.infer<typeof Category>;
