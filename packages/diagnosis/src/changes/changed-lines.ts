/** The lines that a unified diff adds and removes, weighed for the overlap with errors; context and headers are left out. */
export function changedLines(diff: string): readonly { readonly text: string; readonly weight: number }[] {
  const lines = diff.split('\n');
  const changed = lines
    .filter((line) => /^[+-]/.test(line) && !/^(\+\+\+|---)/.test(line))
    .map((line) => line.slice(1));
  // A comment says what somebody meant, not what the program does.
  const code = changed.filter((line) => !/^\s*(\/\/|#|\*|\/\*)/.test(line));
  const comments = changed.filter((line) => /^\s*(\/\/|#|\*|\/\*)/.test(line));
  const headers = lines.filter((line) => line.startsWith('@@'));
  return [
    { text: code.join('\n'), weight: 1 },
    { text: headers.join('\n'), weight: 0.5 },
    { text: comments.join('\n'), weight: 0.4 },
  ];
}
