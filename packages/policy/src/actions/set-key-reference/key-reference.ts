import { z } from 'zod';

const source = z.enum(['ConfigMap', 'Secret']);
const name = z.string().regex(/^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/);
const key = z.string().regex(/^[A-Za-z0-9._-]{1,253}$/);
const container = z.string().max(63);

/** Which reference changes, and what it points at afterwards. */
export const KeyReference = z.discriminatedUnion('where', [
  z.strictObject({
    where: z.literal('environment'),
    container,
    name: z.string().min(1).max(255),
    source,
    object: name,
    key,
  }),
  z.strictObject({ where: z.literal('environment-from'), container, source, from: name, object: name }),
  z.strictObject({ where: z.literal('volume'), volume: z.string().max(63), source, from: name, object: name }),
  z.strictObject({ where: z.literal('volume-item'), volume: z.string().max(63), from: key, key }),
]);
export type KeyReference = z.infer<typeof KeyReference>;
