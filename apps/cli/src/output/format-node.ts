import { styleText } from 'node:util';

/** A node of a run as far as it is shown. */
export interface ShownNode {
  readonly name: string;
  readonly kind: string;
  readonly phase: string;
  readonly startedAt?: string | undefined;
  readonly finishedAt?: string | undefined;
  readonly message?: string | undefined;
  readonly outputs: Readonly<Record<string, string>>;
}

const marks: Readonly<Record<string, string>> = {
  Succeeded: styleText('green', '✔', { stream: process.stderr }),
  Failed: styleText('red', '✘', { stream: process.stderr }),
  Error: styleText('red', '✘', { stream: process.stderr }),
};

/** A try of a retried step goes by the step's name, the exit handler by what it does. */
function shownName(name: string): string {
  return name.replace(/^.*\.onExit/, 'report').replace(/\(\d+\)$/, '');
}

/** One line for a step that ended; nothing for groups and for steps that were left out. */
export function formatNode(node: ShownNode): string | undefined {
  const mark = marks[node.phase];
  if (mark === undefined || node.kind !== 'Pod') return undefined;
  const seconds = (Date.parse(node.finishedAt ?? '') - Date.parse(node.startedAt ?? '')) / 1000;
  const time = Number.isFinite(seconds) ? `${seconds.toFixed(1)} s` : '';
  const word = node.outputs.verdict ?? '';
  const message = node.phase === 'Succeeded' ? '' : (node.message ?? '');
  return `${mark} ${shownName(node.name).padEnd(32)} ${time.padStart(7)}  ${[word, message].filter(Boolean).join(': ')}`.trimEnd();
}
