import { componentKey } from '../component-key.ts';
import type { EdgeSource } from '../edge-source.ts';

const shortest = 4;
const linesRead = 300;

/** uses: a Component whose log names another one that is known from elsewhere ("upstream cart timed out"). */
export const componentEdges: EdgeSource = (view, add) => {
  const logs = view.evidence('log').filter(({ subject }) => subject?.kind === 'Component');
  const names = new Set(
    [...logs, ...view.evidence('metric')].flatMap(({ subject }) =>
      subject?.kind === 'Component' ? [subject.name] : [],
    ),
  );
  for (const { id, subject, body } of logs) {
    if (subject === undefined) continue;
    const from = componentKey(view, subject.name);
    const entries = body?.entries ?? [];
    const seen = new Set([subject.name]);
    for (let index = Math.max(0, entries.length - linesRead); index < entries.length; index += 1) {
      for (const [word] of (entries[index]?.text ?? '').matchAll(/[A-Za-z][\w-]+/g)) {
        if (word.length < shortest || seen.has(word) || !names.has(word)) continue;
        seen.add(word);
        add({ from, to: componentKey(view, word), relation: 'uses', evidence: `${id}#${index}` });
      }
    }
  }
};
