import { compareText } from '../order/compare-text.ts';
import { distancesFrom } from './distances-from.ts';
import type { Graph } from './graph.ts';

const mostNodes = 40;
const reach = 4;

/** Draws the neighbourhood of a node as a Mermaid flowchart of at most 40 nodes, the nearest first; empty for an unknown node. */
export function toMermaid(graph: Graph, around: string): string {
  if (!graph.nodes.has(around)) return '';
  const shown = [...distancesFrom(graph, around, reach)]
    .sort(([left, near], [right, far]) => near - far || compareText(left, right))
    .slice(0, mostNodes)
    .map(([key]) => key);
  const names = new Map(shown.map((key, index) => [key, `n${index}`]));
  const lines = ['flowchart LR'];
  for (const [key, name] of names) {
    const [kind = '', namespace = '', ...rest] = key.split('/');
    const place = namespace === '' ? rest.join('/') : `${namespace}/${rest.join('/')}`;
    const missing = graph.nodes.get(key)?.evidence === undefined ? ' ?' : '';
    lines.push(`  ${name}["${plain(kind)}<br/>${plain(place)}${missing}"]`);
  }
  for (const [key, name] of names) {
    for (const edge of graph.outgoing(key)) {
      const other = names.get(edge.to);
      if (other !== undefined) lines.push(`  ${name} -->|${edge.relation}| ${other}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Names come from outside; Mermaid reads quotes, brackets and angle brackets. */
function plain(text: string): string {
  return text.replace(/[^\w .:/-]/g, '_');
}
