import { numberField } from '../../fields/number-field.ts';
import { textField } from '../../fields/text-field.ts';
import type { Fields } from '../fields/fields.ts';
import { fieldsAt } from '../fields/fields-at.ts';
import { isPresentAt } from '../fields/is-present-at.ts';
import { isTrueAt } from '../fields/is-true-at.ts';
import { listAt } from '../fields/list-at.ts';

/** How a container ended. */
export interface Termination {
  readonly reason: string;
  readonly exitCode: number;
  readonly message: string;
  readonly startedAt?: string | undefined;
  readonly finishedAt?: string | undefined;
}

/** A container of a pod: what was asked for and what became of it. */
export interface Container {
  readonly name: string;
  readonly role: 'init' | 'sidecar' | 'main' | 'ephemeral';
  readonly image: string;
  readonly spec: Fields;
  /** Absent in a partial pod. */
  readonly status?: Fields | undefined;
  readonly isReady: boolean;
  readonly restarts: number;
  readonly waiting?: { readonly reason: string; readonly message: string } | undefined;
  readonly runningSince?: string | undefined;
  readonly isRunning: boolean;
  readonly terminated?: Termination | undefined;
  readonly lastTerminated?: Termination | undefined;
}

const cache = new WeakMap<object, readonly Container[]>();

/** The containers of a pod, init containers first; containers known by their status alone are there too. */
export function containersOf(pod: object): readonly Container[] {
  const known = cache.get(pod);
  if (known !== undefined) return known;
  const containers = [
    ...read(pod, 'initContainers', 'initContainerStatuses', (spec) =>
      textField(spec, 'restartPolicy') === 'Always' ? 'sidecar' : 'init',
    ),
    ...read(pod, 'containers', 'containerStatuses', () => 'main'),
    ...read(pod, 'ephemeralContainers', 'ephemeralContainerStatuses', () => 'ephemeral'),
  ];
  cache.set(pod, containers);
  return containers;
}

function read(pod: object, specs: string, statuses: string, roleOf: (spec: Fields) => Container['role']): Container[] {
  const declared = listAt(pod, 'spec', specs);
  const states = listAt(pod, 'status', statuses);
  const undeclared = states.filter((status) => !declared.some((spec) => spec.name === status.name));
  return [
    ...declared.map((spec) =>
      container(
        spec,
        states.find((status) => status.name === spec.name),
        roleOf(spec),
      ),
    ),
    ...undeclared.map((status) => container({}, status, roleOf({}))),
  ];
}

function container(spec: Fields, status: Fields | undefined, role: Container['role']): Container {
  const waiting = textField(status, 'state', 'waiting', 'reason');
  return {
    name: textField(spec, 'name') ?? textField(status, 'name') ?? '',
    role,
    image: textField(spec, 'image') ?? textField(status, 'image') ?? '',
    spec,
    status,
    isReady: isTrueAt(status, 'ready'),
    restarts: numberField(status, 'restartCount') ?? 0,
    waiting:
      waiting === undefined
        ? undefined
        : { reason: waiting, message: textField(status, 'state', 'waiting', 'message') ?? '' },
    isRunning: isPresentAt(status, 'state', 'running'),
    runningSince: textField(status, 'state', 'running', 'startedAt'),
    terminated: termination(fieldsAt(status, 'state'), 'terminated'),
    lastTerminated: termination(fieldsAt(status, 'lastState'), 'terminated'),
  };
}

function termination(state: Fields, name: string): Termination | undefined {
  if (!isPresentAt(state, name)) return undefined;
  return {
    reason: textField(state, name, 'reason') ?? '',
    exitCode: numberField(state, name, 'exitCode') ?? 0,
    message: textField(state, name, 'message') ?? '',
    startedAt: textField(state, name, 'startedAt'),
    finishedAt: textField(state, name, 'finishedAt'),
  };
}
