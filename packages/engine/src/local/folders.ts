import { join } from 'node:path';

/** Where the local engine keeps what. */
export interface Folders {
  readonly store: string;
  /** The workspace of a run. */
  run(run: string): string;
  /** A workspace that is being prepared; it becomes the run's by one rename. */
  preparing(run: string): string;
  /** What the steps of a run wrote, one file each. */
  logs(run: string): string;
  /** What a step wrote to stdout and stderr. */
  log(run: string, node: string): string;
  temporary(run: string, node: string): string;
  /** Compiled code of one app, so that its steps start fast. */
  compiled(app: string): string;
}

/** The folders below a data folder. */
export function foldersBelow(folder: string): Folders {
  // An item may hold any sign; a file name may not.
  const fileName = (node: string): string => node.replace(/[^\w.-]+/g, '-').slice(0, 150);
  return {
    store: join(folder, 'engine.sqlite'),
    run: (run) => join(folder, 'runs', run),
    preparing: (run) => join(folder, 'preparing', run),
    logs: (run) => join(folder, 'logs', run),
    log: (run, node) => join(folder, 'logs', run, `${fileName(node)}.log`),
    temporary: (run, node) => join(folder, 'temporary', run, fileName(node)),
    compiled: (app) => join(folder, 'compiled', app),
  };
}
