import type { Alert, BundleManifest, Change, Coverage, Evidence, Scope, Subject } from '@auto-ops/contracts';
import type { Bundle } from '../view/create-view.ts';

/** Any Kubernetes object as a test writes it down. */
export interface ObjectPart {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly [field: string]: unknown };
  readonly [field: string]: unknown;
}

/** What a bundle holds beside objects. */
export interface Extras {
  readonly apiVersion?: never;
  /** `pod` is `namespace/name`; `subject` for anything else. */
  readonly logs?: readonly {
    readonly pod?: string;
    readonly subject?: Subject;
    readonly container?: string;
    readonly previous?: boolean;
    readonly lines: readonly (string | { readonly text: string; readonly at?: string; readonly [field: string]: unknown })[];
  }[];
  /** `Kind` for all namespaces, `Kind@namespace` for one; both complete. */
  readonly coverage?: readonly (string | Coverage)[];
  readonly alerts?: readonly (Partial<Alert> & { readonly name: string })[];
  readonly changes?: readonly Change[];
  /** Evidence lines; `id`, `source` and `observedAt` are filled in. */
  readonly evidence?: readonly Record<string, unknown>[];
  readonly now?: string;
  readonly question?: string;
  readonly scope?: Scope;
}

/**
 * Makes a bundle from plain objects and, where a test needs them, logs, coverage, alerts and changes. Evidence ids are
 * `ev-1`, `ev-2` … in the order: objects, logs, changes, evidence. "Now" is 2026-01-01T12:00:00Z unless given.
 */
export function bundleOf(...parts: (ObjectPart | Extras)[]): Bundle {
  const extras = parts.filter((part): part is Extras => part.apiVersion === undefined);
  const objects = parts.filter((part): part is ObjectPart => part.apiVersion !== undefined);
  const now = extras.find((part) => part.now !== undefined)?.now ?? '2026-01-01T12:00:00Z';
  const bodies: Record<string, unknown>[] = [
    ...objects.map((object) => ({ kind: 'object', body: { object } })),
    ...extras.flatMap((part) => part.logs ?? []).map(({ pod, subject, container, previous, lines }) => ({
      kind: 'log',
      subject: subject ?? podSubject(pod ?? ''),
      body: {
        ...(container === undefined ? {} : { container }),
        ...(previous === undefined ? {} : { previous }),
        entries: lines.map((line) => (typeof line === 'string' ? { text: line } : line)),
      },
    })),
    ...extras.flatMap((part) => part.changes ?? []).map((body) => ({ kind: 'change', body })),
    ...extras.flatMap((part) => part.evidence ?? []),
  ];
  const evidence = bodies.map((body, index) => ({ id: `ev-${index + 1}`, source: 'test', observedAt: now, ...body }));
  const manifest: BundleManifest = {
    version: 1,
    name: 'test',
    capturedAt: now,
    window: { from: new Date(Date.parse(now) - 3_600_000).toISOString(), to: now },
    alerts: extras.flatMap((part) => part.alerts ?? []).map((alert) => ({
      source: 'test', status: 'firing' as const, labels: {}, annotations: {}, ...alert,
    })),
    coverage: extras.flatMap((part) => part.coverage ?? []).map(readCoverage),
    ...Object.assign({}, ...extras.map(({ question, scope }) => ({
      ...(question === undefined ? {} : { question }),
      ...(scope === undefined ? {} : { scope }),
    }))),
  };
  return { manifest, evidence: evidence as unknown as Evidence[] };
}

function podSubject(path: string): Subject {
  const [namespace = '', name = ''] = path.split('/');
  return { apiVersion: 'v1', kind: 'Pod', namespace, name };
}

function readCoverage(entry: string | Coverage): Coverage {
  if (typeof entry !== 'string') return entry;
  const [kind = '', namespace] = entry.split('@');
  return namespace === undefined ? { kind, complete: true } : { kind, namespace, complete: true };
}
