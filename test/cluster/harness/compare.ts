import type { LoadedScenario } from './scenario.ts';

interface Subject {
  apiVersion?: string | undefined;
  kind: string;
  namespace?: string | undefined;
  name: string;
}

/** The part of an Analysis that a scenario judges. */
export interface Answer {
  verdict: string;
  causes: { code: string; subject: Subject; confidence?: number }[];
}

const words = (subject: Subject) =>
  `${subject.kind} ${subject.namespace ? `${subject.namespace}/` : ''}${subject.name}`;

/** Compares the verdict, and the first cause's code and subject, with what the scenario expects; undefined when all agree. */
export function compare(scenario: LoadedScenario, answer: Answer): string | undefined {
  const { expected } = scenario;
  const [first] = answer.causes;
  const given = first ? `${answer.verdict} ${first.code} of ${words(first.subject)}` : answer.verdict;
  if (expected.verdict.includes('no-fault')) {
    return answer.verdict === 'no-fault' && !first ? undefined : `answered ${given}, want no-fault`;
  }
  const accepted = [expected.subject, ...expected.alsoAccept].filter((subject) => subject !== undefined);
  const fits =
    expected.verdict.some((verdict) => verdict === answer.verdict) &&
    first?.code === expected.code &&
    accepted.some((subject) => words(subject) === words(first?.subject ?? { kind: '', name: '' }));
  const wanted = accepted.map(words).join(' or ');
  return fits ? undefined : `answered ${given}, want ${expected.verdict.join(' or ')} ${expected.code} of ${wanted}`;
}
