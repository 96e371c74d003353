import type { View } from '../view.ts';
import type { GraphEdge } from './graph.ts';

/** Reads edges of one sort out of the view and hands each to `add`; nodes follow from their keys. */
export type EdgeSource = (view: View, add: (edge: GraphEdge) => void) => void;
