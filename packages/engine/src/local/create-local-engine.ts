import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AutoOpsError, type Decision, Identifier, Incident, type RunOptions } from '@auto-ops/contracts';
import { loadTemplate } from '../template/load-template.ts';
import { foldersBelow } from './folders.ts';
import type { LocalEngine } from './local-engine.ts';
import type { LocalEngineOptions } from './local-engine-options.ts';
import { outputDefaults } from './plan/output-defaults.ts';
import { prepareWorkspace } from './prepare-workspace.ts';
import { createRunBook } from './run-book.ts';
import { createRunHistory } from './run-history.ts';
import { createRunLoop } from './run-loop.ts';
import { endOrphan } from './step/end-orphan.ts';
import { createStepHost, type StepHost } from './step-host.ts';
import { holdFolder } from './store/hold-folder.ts';
import { openRunStore } from './store/run-store.ts';

const orphanTime = 15_000;
const forgottenAtOnce = 100;

/**
 * The engine of one machine: runs the WorkflowTemplate with a child process for each step and its state in SQLite.
 * Every transition is committed before it is acted on, so it can be killed at any moment and goes on with `resumeAll`.
 * Throws TEMPLATE_UNSUPPORTED, TEMPLATE_INVALID, ENGINE_RUNNING and STORE_FAILED.
 */
export function createLocalEngine(given: LocalEngineOptions): LocalEngine {
  const options = {
    ...given,
    clock: given.clock ?? (() => new Date()),
    path: given.path ?? `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
  };
  const { logger, clock } = options;
  const templateText = readFileSync(options.template, 'utf8');
  const { spec } = loadTemplate(templateText);
  const folders = foldersBelow(options.folder);
  const letGo = holdFolder(options.folder);
  const store = openRunStore(folders.store);
  const book = createRunBook(store, logger);
  const history = createRunHistory(store, book);
  const loop = createRunLoop(book, () => host, options);
  const host: StepHost = createStepHost(options, folders, book, () => loop.turn());

  async function start(incident: Incident, { name, entrypoint, bundle }: RunOptions = {}): Promise<string> {
    const document = Incident.parse(incident);
    const run = Identifier.parse(name ?? `incident-${document.id}`);
    if (store.find(run) !== undefined) return run;
    if (document.mode === 'replay' && bundle === undefined) {
      throw new AutoOpsError('DOCUMENT_MISSING', `incident ${document.id} is a replay and has no bundle`);
    }
    prepareWorkspace(folders, run, document, bundle);
    const now = clock();
    const seconds = spec.activeDeadlineSeconds;
    book.begin(
      {
        name: run,
        incident: document.id,
        entrypoint: entrypoint ?? spec.entrypoint,
        template: createHash('sha256').update(templateText).digest('hex'),
        parameters: { ...parameterDefaults(), incident: document.id, severity: document.severity },
        phase: 'Running',
        startedAt: now.toISOString(),
        ...(seconds === undefined ? {} : { deadline: now.getTime() + seconds * 1000 }),
      },
      templateText,
    );
    logger.info({ run, incident: document.id }, 'A run has started');
    loop.turn();
    return run;
  }

  function parameterDefaults(): Record<string, string> {
    const parameters = spec.arguments?.parameters ?? [];
    return Object.fromEntries(parameters.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
  }

  async function decide(name: string, decision: Decision): Promise<void> {
    const stored = book.active.get(name)?.nodes.values() ?? store.find(name)?.nodes;
    if (stored === undefined) throw new AutoOpsError('RUN_UNKNOWN', `there is no run ${name}`);
    if (decision.run !== name)
      throw new AutoOpsError('RUN_STATE_INVALID', `the decision is on ${decision.run}, not on ${name}`);
    const waits = [...stored].filter((node) => node.kind === 'Suspend');
    const run = book.active.get(name);
    const node = waits.find((wait) => wait.phase === 'Running');
    if (node === undefined || run === undefined) {
      if (waits.some((wait) => wait.phase === 'Succeeded')) return;
      throw new AutoOpsError('RUN_STATE_INVALID', `${name} does not wait for a decision`);
    }
    const template = run.definition.spec.templates.find((candidate) => candidate.name === node.template);
    const outputs = template === undefined ? {} : outputDefaults(template);
    book.commit(run, {
      nodes: [
        { ...node, phase: 'Succeeded', finishedAt: clock().toISOString(), outputs, message: `woken by ${decision.id}` },
      ],
    });
    loop.turn();
  }

  async function cancel(name: string): Promise<void> {
    const run = book.active.get(name);
    if (run === undefined) {
      if (store.find(name) === undefined) throw new AutoOpsError('RUN_UNKNOWN', `there is no run ${name}`);
      return;
    }
    if (run.state.stopping !== undefined) return;
    book.commit(run, { state: { ...run.state, stopping: 'cancelled' } });
    loop.turn();
  }

  async function resumeAll(): Promise<void> {
    const stored = store.active().filter(({ state }) => !book.active.has(state.name));
    const interrupted = stored.flatMap(({ nodes }) =>
      nodes.filter((node) => node.kind === 'Pod' && node.phase === 'Running'),
    );
    await Promise.all(interrupted.map((node) => endOrphan(node.process)));
    for (const one of stored) {
      const run = book.revive(one);
      const nodes = [...run.nodes.values()].filter((node) => interrupted.some((other) => other.id === node.id));
      for (const node of nodes) host.expectOrphan(node.id, clock().getTime() + orphanTime);
      const waiting = nodes.map(({ process: _, ...node }) => ({ ...node, phase: 'Pending' as const }));
      if (waiting.length > 0) book.commit(run, { nodes: waiting });
      logger.info({ run: one.state.name, interrupted: waiting.length }, 'A run goes on');
    }
    loop.turn();
  }

  async function forget(before: Date): Promise<readonly string[]> {
    const forgotten: string[] = [];
    for (const name of store.endedBefore(before.toISOString(), forgottenAtOnce)) {
      try {
        // The state goes last: what a kill leaves is found again by it.
        for (const path of [folders.run(name), folders.logs(name)]) await rm(path, { recursive: true, force: true });
        store.remove(name);
        forgotten.push(name);
      } catch (error) {
        logger.error({ err: error, run: name }, 'What is left of an old run could not be removed');
      }
    }
    return forgotten;
  }

  let closing: Promise<void> | undefined;
  async function closeOnce(): Promise<void> {
    loop.close();
    await host.close();
    store.close();
    letGo();
  }

  return {
    start,
    decide,
    cancel,
    resumeAll,
    forget,
    close: () => (closing ??= closeOnce()),
    runs: async () => history.all(),
    run: async (name) => history.find(name),
    watch: (listener) => book.watch(listener),
    folderOf: (run) => folders.run(run),
  };
}
