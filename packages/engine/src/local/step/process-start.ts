import { readFileSync } from 'node:fs';

/** When the kernel started a process, in its own ticks; undefined where there is none (a zombie is none) or no /proc. */
export function processStart(id: number): string | undefined {
  let line: string;
  try {
    line = readFileSync(`/proc/${id}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The second field is the program's name in parentheses and may hold anything.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? undefined : fields[19];
}
