import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

/** A way from a free port of this machine to a service of the cluster. */
export interface ForwardedPort {
  readonly url: string;
  end(): void;
}

/** A port of a service. */
export interface ForwardTarget {
  readonly namespace: string;
  readonly service: string;
  readonly port: number;
}

const patience = 60_000;

/** Forwards to a service, for as long as it takes: kubectl gives up whenever a connection fails, and is started again with the same port. */
export async function forwardPort(target: ForwardTarget, environment: NodeJS.ProcessEnv): Promise<ForwardedPort> {
  const until = Date.now() + patience;
  let child: ChildProcess | undefined;
  let isEnded = false;

  async function begin(local: string): Promise<string> {
    for (;;) {
      const started = start(target, local, environment);
      child = started.child;
      const port = await started.port;
      if (port !== undefined || isEnded) return port ?? local;
      if (Date.now() > until && local === '') throw new Error(`no way to ${target.namespace}/${target.service}`);
      await wait(1000);
    }
  }

  const port = await begin('');
  const goOn = async (): Promise<void> => {
    while (!isEnded) {
      await new Promise((resolve) => child?.once('exit', resolve));
      if (!isEnded) await begin(port);
    }
  };
  void goOn();
  return {
    url: `http://127.0.0.1:${port}`,
    end() {
      isEnded = true;
      child?.kill();
    },
  };
}

/** One kubectl; its port is undefined where it ended before it had one. */
function start({ namespace, service, port }: ForwardTarget, local: string, environment: NodeJS.ProcessEnv) {
  const words = ['-n', namespace, 'port-forward', '--address', '127.0.0.1', `service/${service}`, `${local}:${port}`];
  const child = spawn('kubectl', words, { env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  child.on('error', () => resolve(undefined));
  child.on('exit', () => resolve(undefined));
  createInterface({ input: child.stdout }).on('line', (line) => {
    const assigned = /^Forwarding from 127\.0\.0\.1:(\d+)/.exec(line)?.[1];
    if (assigned !== undefined) resolve(assigned);
  });
  return { child, port: promise };
}
