import type { Action, JsonValue } from '@auto-ops/contracts';
import type { ObjectItem } from '@auto-ops/diagnosis';
import { readPath } from '@auto-ops/policy';
import type { Situation } from '../situation/situation.ts';

/** An action on exactly the object the evidence shows, citing it and what proves the cause. */
export function draftAction(
  situation: Situation,
  item: ObjectItem,
  action: {
    readonly type: string;
    readonly arguments: Readonly<Record<string, JsonValue>>;
    readonly expected: string;
    readonly evidence?: readonly string[];
  },
): Omit<Action, 'id'> {
  const { apiVersion, kind, metadata } = item.object;
  const resourceVersion = readPath(metadata, 'resourceVersion');
  const generation = readPath(metadata, 'generation');
  const evidence = [item.id, ...(action.evidence ?? []), ...situation.cause.evidence];
  return {
    type: action.type,
    target: {
      apiVersion,
      kind,
      name: metadata.name,
      ...(metadata.namespace === undefined ? {} : { namespace: metadata.namespace }),
      ...(metadata.uid === undefined ? {} : { uid: metadata.uid }),
      ...(typeof resourceVersion === 'string' ? { resourceVersion } : {}),
      ...(typeof generation === 'number' ? { generation } : {}),
    },
    arguments: action.arguments,
    expected: action.expected.slice(0, 500),
    evidence: [...new Set(evidence)].slice(0, 12),
  };
}
