import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kubernetes } from './kubernetes.ts';
import { readPath } from './read-path.ts';
import type { LoadedScenario } from './scenario.ts';

/** Writes what the API shows of a scenario now, as text for people: conditions, container states, events, log ends. */
export async function describe(kubernetes: Kubernetes, scenario: LoadedScenario, folder: string): Promise<void> {
  const { namespace } = scenario;
  const lines = [`# ${scenario.name} (${scenario.code ?? scenario.expected.verdict.join()})`];
  const json = (value: unknown) => JSON.stringify(value);

  for (const kind of ['Deployment', 'StatefulSet', 'Job', 'HorizontalPodAutoscaler', 'PersistentVolumeClaim']) {
    for (const object of await kubernetes.list(kind, namespace)) {
      lines.push('', `## ${kind} ${object.metadata.name}`, json(readPath(object, 'status')));
    }
  }
  for (const pod of await kubernetes.list('Pod', namespace)) {
    const isReady = readPath(pod, 'status.conditions[type=Ready].status') === 'True';
    lines.push('', `## Pod ${pod.metadata.name} ${isReady ? '(ready)' : ''}`);
    if (isReady && !String(pod.metadata.labels?.['app.kubernetes.io/name']).includes(scenario.target.name)) continue;
    lines.push(json(readPath(pod, 'status.conditions')), json(readPath(pod, 'status.containerStatuses')));
  }
  lines.push('', '## Events');
  for (const event of await kubernetes.list('Event', namespace)) {
    if (['Scheduled', 'Created', 'Started', 'Pulled'].includes(String(event.reason))) continue;
    const subject = readPath(event, 'involvedObject') as { kind: string; name: string; fieldPath?: string };
    const count = Number(event.count ?? readPath(event, 'series.count') ?? 1);
    const where = `${subject.kind}/${subject.name} ${subject.fieldPath ?? ''}`;
    lines.push(`${event.type} ${event.reason} ×${count} ${where}: ${event.message}`);
  }
  lines.push('', '## Logs');
  for (const pod of await kubernetes.list('Pod', namespace)) {
    for (const previous of [true, false]) {
      const text = await kubernetes.logs(namespace, pod.metadata.name, previous);
      const end = text.trimEnd().split('\n').slice(-8).join('\n');
      if (end) lines.push(`--- ${pod.metadata.name}${previous ? ' (previous)' : ''}`, end);
    }
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${scenario.name}.txt`), `${lines.join('\n')}\n`);
}
