import type { Rule } from './rule.ts';

const large = { files: 50, lines: 1000 };
const huge = { files: 300, lines: 5000 };

/** A change that nobody reads as a whole. */
export const judgeSize: Rule = ({ fileCount, additions, deletions, files }) => {
  const lines = additions + deletions;
  const [first] = files;
  const isHuge = fileCount > huge.files || lines > huge.lines;
  if (first === undefined || !(isHuge || fileCount > large.files || lines > large.lines)) return [];
  const text = `${fileCount} files and ${lines} lines: more than anybody reads with care`;
  return [{ code: 'change-large', class: isHuge ? 'R3' : 'R2', path: first.path, text }];
};
