import { z } from 'zod';

/** The name of a parameter. */
export const ParameterName = z.string().regex(/^[a-zA-Z0-9_-]+$/);
