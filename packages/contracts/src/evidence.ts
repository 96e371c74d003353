import { z } from 'zod';
import { Change } from './change.ts';
import { KubernetesObject } from './kubernetes-object.ts';
import { Subject } from './subject.ts';
import { Time } from './time.ts';

const common = {
  id: z.string().min(1),
  source: z.string(),
  observedAt: Time,
  subject: Subject.optional(),
  blob: z.string().optional(),
};

const LogEntry = z.looseObject({
  at: z.string().optional(),
  level: z.string().optional(),
  text: z.string(),
  count: z.number().optional(),
  baseline: z.number().optional(),
  attributes: z.record(z.string(), z.unknown()).optional(),
});

const SpanEntry = z.looseObject({
  trace: z.string(),
  id: z.string(),
  parent: z.string().nullish(),
  component: z.string(),
  operation: z.string().optional(),
  at: z.string(),
  milliseconds: z.number(),
  status: z.enum(['ok', 'error']),
  attributes: z.record(z.string(), z.unknown()).optional(),
});

const CallEdge = z.looseObject({
  from: z.string(),
  to: z.string(),
  calls: z.number().optional(),
  errors: z.number().optional(),
  p95Milliseconds: z.number().optional(),
});

const ProbeTarget = z.looseObject({
  name: z.string().optional(),
  host: z.string().optional(),
  port: z.number().optional(),
  url: z.string().optional(),
  unit: z.string().optional(),
  path: z.string().optional(),
  from: z.string().optional(),
});

const bodies = {
  object: z.looseObject({ object: KubernetesObject }),
  log: z.looseObject({
    container: z.string().optional(),
    previous: z.boolean().optional(),
    entries: z.array(LogEntry),
    truncated: z.boolean().optional(),
  }),
  metric: z.looseObject({
    name: z.string(),
    labels: z.record(z.string(), z.string()),
    unit: z.string().optional(),
    points: z.array(z.tuple([z.number(), z.number()])),
  }),
  span: z.looseObject({ entries: z.array(SpanEntry) }),
  calls: z.looseObject({ edges: z.array(CallEdge) }),
  change: Change,
  event: z.looseObject({
    at: Time,
    type: z.string(),
    reason: z.string(),
    message: z.string(),
    count: z.number().optional(),
  }),
  probe: z.looseObject({
    check: z.enum([
      'http',
      'tcp',
      'dns',
      'tls',
      'unit',
      'process',
      'disk',
      'memory',
      'cpu',
      'load',
      'backup',
      'flow',
      'query',
      'monitor',
    ]),
    target: ProbeTarget.optional(),
    ok: z.boolean(),
    status: z.union([z.string(), z.number()]).optional(),
    latencyMilliseconds: z.number().optional(),
    value: z.union([z.string(), z.number()]).optional(),
    unit: z.string().optional(),
    detail: z.string().optional(),
  }),
  document: z.looseObject({ title: z.string(), text: z.string() }),
};

const item = <Kind extends keyof typeof bodies, Body extends z.ZodType>(kind: Kind, body: Body) =>
  z.looseObject({ ...common, kind: z.literal(kind), body: body.optional() });

/** One line of `evidence.ndjson`, version 1 of the evidence bundle; a long body may lie in a blob instead. */
export const Evidence = z.discriminatedUnion('kind', [
  item('object', bodies.object),
  item('log', bodies.log),
  item('metric', bodies.metric),
  item('span', bodies.span),
  item('calls', bodies.calls),
  item('change', bodies.change),
  item('event', bodies.event),
  item('probe', bodies.probe),
  item('document', bodies.document),
]);
export type Evidence = z.infer<typeof Evidence>;
