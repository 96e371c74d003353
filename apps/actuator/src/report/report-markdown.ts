import type { ReportSource } from './report-source.ts';
import { causeSection } from './sections/cause-section.ts';
import { changeSection } from './sections/change-section.ts';
import { gapsSection } from './sections/gaps-section.ts';
import { nextSection } from './sections/next-section.ts';
import { summarySection } from './sections/summary-section.ts';
import { timelineSection } from './sections/timeline-section.ts';
import { verificationSection } from './sections/verification-section.ts';

const sections = [
  summarySection,
  nextSection,
  causeSection,
  changeSection,
  verificationSection,
  gapsSection,
  timelineSection,
] as const;

/** The report for a person: what matters first, then what it rests on. Everything from outside is escaped. */
export function reportMarkdown(source: ReportSource): string {
  const parts = sections.map((section) => section(source)).filter((part) => part !== '');
  return `${parts.join('\n\n')}\n`;
}
