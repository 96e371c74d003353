// Megabytes of log and of objects a second through the redactor: node test/bench/redaction.ts
import { createHmac } from 'node:crypto';
import { createRedactor } from '../../packages/redaction/src/index.ts';

const redactor = createRedactor({
  key: 'bench',
  cryptography: {
    sha256: () => '',
    hmac: (key, text) => createHmac('sha256', key).update(text).digest('hex'),
    verifyEd25519: () => false,
  },
});

const lines = [
  '2026-09-22T12:29:58.123Z INFO  [http-nio-8080-exec-4] o.s.web.DispatcherServlet - GET "/cart/items?page=2", parameters={masked}',
  '{"level":"error","ts":"2026-09-22T12:29:58Z","msg":"request failed","error":"dial tcp 10.96.12.7:5432: connect: connection refused","trace_id":"4bf92f3577b34da6a3ce929d0e0e4736"}',
  'I0922 12:29:58.000001       1 controller.go:615] quota admission added evaluator for: deployments.apps',
  '10.244.0.7 - - [22/Sep/2026:12:29:58 +0000] "GET /healthz HTTP/1.1" 200 2 "-" "kube-probe/1.34" "-"',
  'level=info ts=2026-09-22T12:29:58Z caller=compact.go:519 component=tsdb msg="write block" mint=1758533398000 ulid=01JABCDEFGHJKMNPQRSTVWXYZ0',
  'psql: error: connection to server at "db" (10.96.0.9), port 5432 failed: FATAL:  password authentication failed for user "app"',
  'DATABASE_URL=postgres://app:swordfish@db:5432/shop loaded, API_KEY=aB3dE5gH7jK9mN1pQ2rS',
  'cache key orders:42 evicted, token bucket refilled, author=somebody, monkey patch applied to 3 modules in 12ms',
];
const log = Array.from({ length: 80_000 }, (_, index) => `${lines[index % lines.length]} ${index}`);
const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'cart-7d9c5b8f6d-x2x7k',
    namespace: 'shop',
    labels: { app: 'cart', 'pod-template-hash': '7d9c5b8f6d' },
  },
  spec: {
    containers: [
      {
        name: 'app',
        image: `r.example/cart@sha256:${'0a'.repeat(32)}`,
        env: [
          { name: 'DB_PASSWORD', value: 'swordfish' },
          { name: 'LOG_LEVEL', value: 'debug' },
        ],
      },
    ],
    volumes: [{ name: 'config', configMap: { name: 'cart-config', defaultMode: 420 } }],
  },
  status: {
    phase: 'Running',
    conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: '2026-09-22T12:29:58Z' }],
  },
};
const pods = Array.from({ length: 10_000 }, () => pod);

measure('log lines', log.join('').length, () => log.map((line) => redactor.text(line)));
const text = log.join('\n');
measure('one text', text.length, () => redactor.text(text));
measure('objects', JSON.stringify(pods).length, () => redactor.object(pods));

function measure(name: string, characters: number, run: () => void): void {
  run();
  const started = performance.now();
  run();
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${name.padEnd(12)} ${(characters / 1e6 / seconds).toFixed(1)} MB/s (${(characters / 1e6).toFixed(1)} MB)`,
  );
}
