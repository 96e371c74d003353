/** Characters that show nothing or change the order of what is shown; a line break and a tab are none. */
const hidden = /[[\p{Cc}\p{Cf}\p{Co}]--[\t\n]]/gv;

/**
 * Text of others between fences that it cannot close: the fence is longer than any run of backticks in it. Characters that hide
 * something are dropped.
 */
export function fenceUntrusted(name: string, text: string): string {
  const visible = text.replaceAll('\r\n', '\n').replace(hidden, '');
  const longest = Math.max(0, ...(visible.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}untrusted ${name}\n${visible}${visible.endsWith('\n') ? '' : '\n'}${fence}`;
}
