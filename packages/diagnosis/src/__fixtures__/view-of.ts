import { createView } from '../view/create-view.ts';
import type { View } from '../view.ts';
import { bundleOf, type Extras, type ObjectPart } from './bundle-of.ts';

/** The view of a bundle made by `bundleOf`. */
export function viewOf(...parts: (ObjectPart | Extras)[]): View {
  return createView(bundleOf(...parts));
}
