import { setImmediate } from 'node:timers/promises';
import type { Run } from '@auto-ops/contracts';
import { asAutoOpsError } from '@auto-ops/runtime';
import type { IntakeParts } from '../intake/intake-parts.ts';
import { noteRepeats } from '../intake/note-repeats.ts';
import { processDeliveries } from '../intake/process-deliveries.ts';
import type { Controller } from './controller.ts';
import { decideByPolicy } from './decide-by-policy.ts';
import type { OwnRetries } from './own-retries.ts';
import { retryStillFiring } from './retry-still-firing.ts';

/** What the controller works with. */
export interface ControllerParts extends IntakeParts {
  readonly activeRuns: number;
  readonly ownRetries: OwnRetries;
  /** Resolves once the engine knows the runs of before. */
  readonly known: () => Promise<void>;
  /** Called before a run starts, so that its run API is there when its first step asks. */
  readonly prepareRun: (run: string) => Promise<void>;
  /** Called when a run has ended: no step of it asks any more. */
  readonly releaseRun: (run: string) => void;
}

const tickMilliseconds = 1000;

/** The level-triggered loop; it does nothing before `start`. */
export function createController(parts: ControllerParts): Controller {
  const { store, engine, logger, now } = parts;
  let stopped = false;
  let isDirty = true;
  let wake: () => void = () => undefined;
  let stopWatching: () => void = () => undefined;
  let ended = Promise.resolve();
  let lastLook = now();
  let isKnown = false;

  async function startQueued(): Promise<void> {
    for (const record of store.incidents.queued()) {
      const active = store.incidents.countOf('investigating') + store.incidents.countOf('applying');
      if (active >= parts.activeRuns) return;
      try {
        await parts.prepareRun(record.run);
        await engine.start(record.incident, {
          name: record.run,
          ...(record.bundle === undefined ? {} : { bundle: record.bundle }),
        });
      } catch (error) {
        // One that cannot start must not hold up the others. It is tried again, unless its own input is what is wrong.
        const { code, message, hint, exit } = asAutoOpsError(error);
        logger.error({ incident: record.incident.id, run: record.run, code, hint }, `run cannot start: ${message}`);
        store.incidents.hinder(record.incident.id, { code, message, hint });
        if (exit === 3) store.incidents.move(record.incident.id, 'ended', 'failed');
        continue;
      }
      if (store.incidents.get(record.incident.id).state === 'ended') {
        // Somebody cancelled it while it was being started.
        await engine.cancel(record.run);
        continue;
      }
      store.incidents.move(record.incident.id, 'investigating');
      logger.info({ incident: record.incident.id, run: record.run }, 'run started');
    }
  }

  function signWhatNeedsNoPerson(): void {
    const time = now();
    for (const proposal of store.decisions.expired(time)) {
      store.together(() => decideByPolicy(store, parts.key, proposal, 'expired', 'nobody decided in time', time));
    }
    for (const record of store.incidents.undecided()) {
      const proposal = store.decisions.proposal(record.run);
      const isOver = record.alerts.length > 0 && record.alerts.every((alert) => alert.status === 'resolved');
      if (proposal === undefined || !isOver) continue;
      store.together(() => decideByPolicy(store, parts.key, proposal, 'cancelled', 'every alert is resolved', time));
    }
  }

  async function wakeDecided(): Promise<void> {
    for (const decision of store.decisions.unwoken()) {
      try {
        await engine.decide(decision.run, decision);
        store.decisions.markWoken(decision.run);
      } catch (error) {
        // Not suspended yet: the next tick tries again. Ended already, or replaced by a retry: there is nothing left to wake.
        const { code, message } = asAutoOpsError(error);
        if (code !== 'RUN_STATE_INVALID' && code !== 'RUN_UNKNOWN') {
          logger.error({ run: decision.run, code }, `run cannot be woken: ${message}`);
          continue;
        }
        const state = store.incidents.ofRun(decision.run)?.state;
        if (state === undefined || state === 'ended') store.decisions.markWoken(decision.run);
      }
    }
  }

  function follow(run: Run): void {
    const record = store.incidents.ofRun(run.name);
    if (record === undefined || record.state === 'ended') return;
    if (run.phase === 'Succeeded' || run.phase === 'Failed') {
      const ending = store.reports.get(run.name)?.ending ?? 'failed';
      store.incidents.move(record.incident.id, 'ended', ending);
      parts.releaseRun(run.name);
      logger.info({ incident: record.incident.id, run: run.name, ending }, 'run ended');
    } else if (run.phase === 'Suspended' && record.state === 'investigating') {
      store.incidents.move(record.incident.id, 'waiting');
    } else if (run.phase === 'Running' && record.state === 'waiting') {
      store.incidents.move(record.incident.id, 'applying');
    }
  }

  /** A store that was restored from a copy knows less than happened: what was open then is not begun again. */
  async function settleRestoration(taken: string): Promise<void> {
    const runs = await engine.runs();
    const ended = store.restoration.settle(new Set(runs.map(({ name }) => name)));
    logger.warn({ taken, ended }, 'the store was restored from a copy; incidents whose run is not known have ended');
  }

  async function look(): Promise<void> {
    const taken = store.restoration.takenAt();
    if (taken !== undefined) {
      if (!isKnown) return;
      await settleRestoration(taken);
    }
    while ((await processDeliveries(parts)) > 0);
    while (noteRepeats(parts) > 0) await setImmediate();
    const open = new Set(store.incidents.openRuns());
    for (const run of await engine.runs()) if (open.has(run.name)) follow(run);
    for (const incident of retryStillFiring(store, parts.ownRetries, now()))
      logger.info({ incident }, 'the alert still fires; it runs again');
    await startQueued();
    signWhatNeedsNoPerson();
    await wakeDecided();
    lastLook = now();
  }

  function kick(): void {
    isDirty = true;
    wake();
  }

  async function loop(): Promise<void> {
    while (!stopped) {
      isDirty = false;
      try {
        await look();
      } catch (error) {
        logger.error({ err: error }, 'reconciling failed; it is tried again');
      }
      if (isDirty || stopped) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, tickMilliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  return {
    kick,
    lastLook: () => lastLook,
    start() {
      stopWatching = engine.watch((run) => {
        follow(run);
        kick();
      });
      ended = loop();
      void parts.known().then(() => {
        isKnown = true;
        kick();
      });
    },
    async stop() {
      stopped = true;
      stopWatching();
      wake();
      await ended;
    },
  };
}
