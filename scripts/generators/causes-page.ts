import { causeList } from '@auto-ops/contracts';
import type { GeneratedFile } from './generated-file.ts';

/** Makes the reference page of the causes from the published list, grouped by category. */
export function generateCausesPage(): GeneratedFile[] {
  const categories = [...new Set(causeList.map((cause) => cause.category))];
  const sections = categories.flatMap((category) => [
    `## ${category}`,
    '',
    ...causeList
      .filter((cause) => cause.category === category)
      .flatMap((cause) => [
        `### \`${cause.code}\``,
        '',
        `${cause.title}. ${cause.meaning}`,
        '',
        `- Subject: ${cause.subject}`,
        `- Proved by: ${cause.proves}`,
        `- Ruled out by: ${cause.rulesOut}`,
        '',
      ]),
  ]);
  const text = [
    '# Causes',
    '',
    '<!-- Generated from packages/contracts/src/causes by `npm run generate`; do not edit. -->',
    '',
    `A finding names one of these ${causeList.length} codes. A code keeps its meaning for ever.`,
    '',
    ...sections,
  ].join('\n');
  return [{ path: 'docs/reference/causes.md', text }];
}
