import type { LogLine, View } from '../../view.ts';
import { connectionFailure } from '../calls/connection-failure.ts';
import { probeKills } from '../probes/probe-kills.ts';
import type { Container, Termination } from './containers-of.ts';
import { isException } from './is-exception.ts';
import { isStruggling } from './is-struggling.ts';
import { lastWords } from './last-words.ts';
import { latestEnd } from './latest-end.ts';
import { type LivePod, livePods } from './live-pods.ts';
import { missingVariable } from './missing-variable.ts';

/** A container that keeps ending, with what its end and its last words point to. */
export interface Crash {
  readonly pod: LivePod;
  readonly container: Container;
  readonly end: Termination;
  readonly words: readonly LogLine[];
  /** What the end is about; `program` where nothing outside the program is named. */
  readonly about: 'memory' | 'command' | 'probe' | 'variable' | 'connection' | 'access' | 'certificate' | 'program';
  /** The line that decides what it is about. */
  readonly line?: LogLine | undefined;
  readonly variable?: string | undefined;
}

const cannotStart =
  /executable file not found|no such file or directory|permission denied|exec format error|not a directory|is a directory/i;

const shellCannot =
  /(?:^|[:\s])(?:\/[\w./-]+|[\w.-]+): (?:command )?not found$|exec format error|: Permission denied$|can't open '[^']+'|cannot execute/i;

const cache = new WeakMap<View, readonly Crash[]>();

/** The containers that end again and again at present, by pod. */
export function crashes(view: View): readonly Crash[] {
  const known = cache.get(view);
  if (known !== undefined) return known;
  const found = livePods(view).flatMap((pod) =>
    pod.containers.flatMap((container) => {
      const end = latestEnd(container);
      return end === undefined || !isStruggling(container, view.now) ? [] : [read(view, pod, container, end)];
    }),
  );
  cache.set(view, found);
  return found;
}

function read(view: View, pod: LivePod, container: Container, end: Termination): Crash {
  const words = lastWords(view, pod, container);
  const crash = { pod, container, end, words };
  if (end.reason === 'OOMKilled') return { ...crash, about: 'memory' };
  if (isStartFailure(end, words))
    return { ...crash, about: 'command', line: words.findLast(({ text }) => shellCannot.test(text)) };
  if (probeKills(view, pod, container).length > 0) return { ...crash, about: 'probe' };
  const telling = words.findLast(({ text }) => outsideOf(text) !== undefined);
  const about = telling === undefined ? undefined : outsideOf(telling.text);
  if (telling !== undefined && about !== undefined) {
    return {
      ...crash,
      about,
      line: telling,
      variable: about === 'variable' ? missingVariable(telling.text) : undefined,
    };
  }
  return { ...crash, about: 'program', line: firstOfException(words) };
}

/** What outside the program a line blames; the last such line before the end counts. */
function outsideOf(text: string): Crash['about'] | undefined {
  if (missingVariable(text) !== undefined) return 'variable';
  if (/is forbidden: User \\*"system:serviceaccount/.test(text)) return 'access';
  if (/certificate has expired|CERT_HAS_EXPIRED|certificate expired/i.test(text)) return 'certificate';
  return connectionFailure(text) === undefined ? undefined : 'connection';
}

/** Whether the command itself could not start, by the runtime's words or the shell's exit code. */
function isStartFailure(end: Termination, words: readonly LogLine[]): boolean {
  if (['StartError', 'ContainerCannotRun'].includes(end.reason))
    return cannotStart.test(end.message) || end.message === '';
  const isShellCode = end.exitCode === 126 || end.exitCode === 127;
  return (
    isShellCode || (words.length > 0 && words.length <= 3 && words.some(({ text }) => /exec format error/i.test(text)))
  );
}

/** The line that names the exception: stack frames below it say less. */
function firstOfException(words: readonly LogLine[]): LogLine | undefined {
  const isFrame = (text: string) => /^\s*(?:at |File "|from |\d+: |goroutine |\.\.\.)/.test(text) || text.trim() === '';
  const telling = words.filter(({ text }) => isException(text) && !isFrame(text));
  return (
    telling.findLast(({ text }) => /^\S*(?:Error|Exception|panic|FATAL|fatal)\b|:\s/.test(text)) ??
    telling.at(-1) ??
    words.at(-1)
  );
}
