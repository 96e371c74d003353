import type { Nodes, Root } from 'mdast';

/** The text with HTML comments blanked, line breaks kept: a reader of the page does not see them. Those in code stay. */
export function withoutComments(tree: Root | undefined, text: string): string {
  if (tree === undefined) return text;
  let visible = '';
  let done = 0;
  for (const { from, to } of htmlRanges(tree)) {
    const html = text
      .slice(from, to)
      .replace(/<!--(?:[\s\S]*?-->|[\s\S]*$)/g, (comment) => comment.replace(/[^\n]/g, ''));
    visible += text.slice(done, from) + html;
    done = to;
  }
  return visible + text.slice(done);
}

/** In the order of the text, because a parser visits it in order. */
function htmlRanges(node: Nodes): { from: number; to: number }[] {
  if ('children' in node) return node.children.flatMap(htmlRanges);
  const { start, end } = node.position ?? {};
  if (node.type !== 'html' || start?.offset === undefined || end?.offset === undefined) return [];
  return [{ from: start.offset, to: end.offset }];
}
