import type { Plant } from './plant.ts';

/** Plants in one object, or in a part of it. */
export function inObject(kind: string, name: string, part: Plant['spoil'] = (one) => one) {
  return (spoil: Plant['spoil']): Plant => ({ kind, name, spoil: (one) => spoil(part(one)) });
}
