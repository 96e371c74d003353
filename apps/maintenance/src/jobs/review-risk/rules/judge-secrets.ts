import { createRedactor } from '@auto-ops/redaction';
import { nodeCryptography } from '@auto-ops/runtime';
import { addedLines } from '../changes/added-lines.ts';
import type { Finding, Rule } from './rule.ts';

const longestLine = 20_000;
const mostOfFile = 20;
/** An address of a person is no secret of a system. */
const harmless = new Set(['mail']);

/** Secrets and hidden characters in added lines; a finding names the class, never the value. */
export const judgeSecrets: Rule = ({ files }) =>
  files.flatMap((file) => {
    const lines = addedLines(file);
    const findings = lines.flatMap(({ text, line }): Finding[] => {
      const classes = classesIn(text.slice(0, longestLine));
      const at = { path: file.path, line };
      const isHidden = classes.delete('hidden-characters');
      return [
        ...(classes.size > 0
          ? [
              {
                ...at,
                code: 'secret-in-change',
                class: 'R4' as const,
                text: `it looks like a secret: ${[...classes].join(', ')}`,
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
        text: 'it looks like a secret: private-key',
      });
    }
    return findings.slice(0, mostOfFile);
  });

function classesIn(text: string): Set<string> {
  const redactor = createRedactor({ cryptography: nodeCryptography });
  redactor.text(text);
  return new Set([...redactor.counts.keys()].filter((name) => !harmless.has(name)));
}
