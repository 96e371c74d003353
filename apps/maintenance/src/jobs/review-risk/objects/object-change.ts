import type { Declared } from './declared.ts';

/** An object before and after; one of both is there. */
export type ObjectChange =
  | { readonly before: Declared; readonly after: Declared }
  | { readonly before: Declared; readonly after?: undefined }
  | { readonly before?: undefined; readonly after: Declared };
