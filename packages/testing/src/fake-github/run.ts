// node run.ts [port]: the fake by itself, on all addresses, for a pod of a test cluster.
import { startFakeGitHub } from './start-fake-github.ts';

await startFakeGitHub({ host: '0.0.0.0', port: Number(process.argv[2] ?? 8080) });
