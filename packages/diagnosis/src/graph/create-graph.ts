import type { View } from '../view.ts';
import type { Graph } from './graph.ts';

export function createGraph(_view: View): Graph {
  return { nodes: new Map(), outgoing: () => [], incoming: () => [], distance: () => Infinity };
}
