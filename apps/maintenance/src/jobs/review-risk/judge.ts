import type { ActionClass, RiskFinding } from '@auto-ops/contracts';
import { compareClasses } from '@auto-ops/policy';
import { createRedactor } from '@auto-ops/redaction';
import { nodeCryptography } from '@auto-ops/runtime';
import type { ChangeSet } from './changes/change-set.ts';
import { judgeAddedLines } from './rules/judge-added-lines.ts';
import { judgeObjects } from './rules/judge-objects.ts';
import { judgePaths } from './rules/judge-paths.ts';
import { judgeSecrets } from './rules/judge-secrets.ts';
import { judgeSize } from './rules/judge-size.ts';
import type { Finding, Rule } from './rules/rule.ts';

const rules: readonly Rule[] = [judgeObjects, judgePaths, judgeAddedLines, judgeSecrets, judgeSize];
const mostFindings = 500;

/** What a change risks, the worst first, and the class of the worst; R0 where there is nothing. */
export function judge(change: ChangeSet): { readonly class: ActionClass; readonly findings: readonly RiskFinding[] } {
  const redactor = createRedactor({ cryptography: nodeCryptography });
  // Names of files and values of manifests come from strangers.
  const shown = (text: string, longest: number) =>
    redactor
      .text(text)
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .slice(0, longest);
  const findings = rules
    .flatMap((rule) => rule(change))
    .map((finding: Finding) => ({
      ...finding,
      path: shown(finding.path, 500),
      text: shown(finding.text, 500),
      ...(finding.subject === undefined ? {} : { subject: shown(finding.subject, 300) }),
    }))
    .sort(
      (one, other) =>
        compareClasses(other.class, one.class) ||
        (one.path < other.path ? -1 : one.path > other.path ? 1 : 0) ||
        (one.line ?? 0) - (other.line ?? 0),
    );
  return { class: findings[0]?.class ?? 'R0', findings: findings.slice(0, mostFindings) };
}
