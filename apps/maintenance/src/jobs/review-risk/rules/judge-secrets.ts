import { createRedactor } from '@auto-ops/redaction';
import { nodeCryptography } from '@auto-ops/runtime';
import { addedLines } from '../changes/added-lines.ts';
import type { Finding, Rule } from './rule.ts';

const longestLine = 20_000;
const mostOfFile = 20;
/** An address of a person is no secret of a system. */
const harmless = new Set(['mail']);
/** Found by the name they are assigned to; the others have a form of their own. */
const assigned = new Set(['password', 'token']);
const code = /\.(?:[cm]?[jt]sx?|py|go|rb|java|kt|kts|cs|rs|php|scala|swift|c|cc|cpp|h|hpp)$/i;
const quoted = /["'`]\[secret:/;

/** Secrets and hidden characters in added lines; a finding names the class, never the value. */
export const judgeSecrets: Rule = ({ files }) =>
  files.flatMap((file) => {
    const lines = addedLines(file);
    const findings = lines.flatMap(({ text, line }): Finding[] => {
      const { classes, isQuoted } = classesIn(text.slice(0, longestLine));
      const at = { path: file.path, line };
      const certain = [...classes].filter((name) => !assigned.has(name) && name !== 'hidden-characters');
      // In a program the right side is as often a call as it is a value.
      const possible = [...classes].filter((name) => assigned.has(name) && (isQuoted || !code.test(file.path)));
      const isHidden = classes.has('hidden-characters');
      return [
        ...(certain.length > 0
          ? [{ ...at, code: 'secret-in-change', class: 'R4' as const, text: `a secret: ${certain.join(', ')}` }]
          : []),
        ...(possible.length > 0
          ? [
              {
                ...at,
                code: 'secret-possible',
                class: 'R3' as const,
                text: `it looks like a secret: ${possible.join(', ')}`,
              },
            ]
          : []),
        ...(isHidden
          ? [{ ...at, code: 'hidden-characters', class: 'R3' as const, text: 'characters that a reader does not see' }]
          : []),
      ];
    });
    // A key stands on many lines, and its first one says nothing by itself.
    const begins = lines.find(({ text }) => /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY/.test(text));
    if (
      begins !== undefined &&
      !findings.some(({ line, code }) => line === begins.line && code === 'secret-in-change')
    ) {
      findings.push({
        code: 'secret-in-change',
        class: 'R4',
        path: file.path,
        line: begins.line,
        text: 'a secret: private-key',
      });
    }
    return findings.slice(0, mostOfFile);
  });

function classesIn(text: string): { readonly classes: ReadonlySet<string>; readonly isQuoted: boolean } {
  const redactor = createRedactor({ cryptography: nodeCryptography });
  const isQuoted = quoted.test(redactor.text(text));
  return { classes: new Set([...redactor.counts.keys()].filter((name) => !harmless.has(name))), isQuoted };
}
