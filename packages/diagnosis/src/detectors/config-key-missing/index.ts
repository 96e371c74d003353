import type { Detector } from '../../detector.ts';
import { configurationReferences } from '../../kubernetes/configuration/configuration-references.ts';
import { environmentOf } from '../../kubernetes/configuration/environment-of.ts';
import { missingConfigurations } from '../../kubernetes/configuration/missing-configurations.ts';
import { createDetectionDraft, type DetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import type { Fields } from '../../kubernetes/fields/fields.ts';
import { fieldsAt } from '../../kubernetes/fields/fields-at.ts';
import { nearestNames } from '../../kubernetes/names/nearest-names.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { crashes } from '../../kubernetes/pods/crashes.ts';
import { previousContainer } from '../../kubernetes/workloads/previous-container.ts';
import type { ObjectItem, View } from '../../view.ts';
import { variableSource } from './variable-source.ts';

/** A container lacks a key of its configuration: one of a ConfigMap or Secret, or a variable its program insists on. */
export const detector: Detector = {
  code: 'config-key-missing',
  detect(view) {
    const draft = createDetectionDraft('config-key-missing');
    findKeys(view, draft);
    findVariables(view, draft);
    return draft.result();
  },
};

function findKeys(view: View, draft: DetectionDraft): void {
  for (const missing of missingConfigurations(view)) {
    const { pod, kind, key, namespace, evidence, since } = missing;
    if (key === undefined) continue;
    const references = configurationReferences(pod.item.object).filter(
      (entry) => entry.kind === kind && entry.key === key,
    );
    const name = missing.name ?? references.find((entry) => entry.use === missing.volume)?.name ?? references[0]?.name;
    const holder = name === undefined ? undefined : view.object(kind, namespace, name);
    const keys = keysOf(holder);
    if (keys.includes(key)) {
      draft.excluded(pod.subject, `Key ${key} is in ${kind} ${name} now.`, [holder?.id]);
      continue;
    }
    const reference = references.find((entry) => entry.name === name);
    draft.found({
      subject: pod.subject,
      part: `${kind} ${name} ${key}`,
      severity: 'critical',
      message: `${subjectText(pod.subject)} cannot start: ${kind} ${name ?? ''} has no key ${key}.`,
      evidence: [...evidence, holder?.id],
      since,
      facts: {
        container: missing.container?.name ?? reference?.container,
        source: kind,
        name,
        key,
        variable: reference?.container === undefined ? undefined : reference.use,
        volume: missing.volume,
        nearest: nearestNames(key, keys),
        keys: keys.slice(0, 50),
      },
    });
  }
}

function findVariables(view: View, draft: DetectionDraft): void {
  for (const { pod, container, end, about, variable, line } of crashes(view)) {
    if (about !== 'variable' || variable === undefined || line === undefined) continue;
    const source = variableSource(view, pod.namespace, container.spec, variable);
    if (source !== undefined) {
      draft.excluded(pod.subject, `Container ${container.name} is given ${variable} by ${source.text}.`, [
        source.id ?? pod.item.id,
      ]);
      continue;
    }
    const previous = previousContainer(view, pod.item, container.name);
    const before = environmentOf(previous?.spec);
    const holders = view
      .objects('ConfigMap')
      .filter((item) => item.object.metadata.namespace === pod.namespace && nearKey(item, variable) !== undefined);
    draft.found({
      subject: pod.subject,
      part: `${container.name} ${variable}`,
      severity: 'critical',
      message: `Container ${container.name} of ${subjectText(pod.subject)} ends because ${variable} is not set.`,
      evidence: [line.id, pod.item.id],
      since: end.startedAt === undefined ? [end.finishedAt] : [line.at, end.finishedAt],
      facts: {
        container: container.name,
        key: variable,
        variable,
        nearest: nearestNames(variable, [...environmentOf(container.spec).keys()]),
        configMaps: holders.map(({ object }) => object.metadata.name),
        configMapKeys: holders.map((item) => nearKey(item, variable) ?? ''),
        wasSetBefore: before.has(variable),
        previousValue: before.get(variable) || undefined,
        previousRevision: previous?.revision,
      },
    });
  }
}

function nearKey(item: ObjectItem, variable: string): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return keysOf(item).find((key) => plain(key) === plain(variable));
}

function keysOf(item: ObjectItem | undefined): string[] {
  const data: Fields = { ...fieldsAt(item?.object, 'data'), ...fieldsAt(item?.object, 'binaryData') };
  return Object.keys(data).sort();
}
