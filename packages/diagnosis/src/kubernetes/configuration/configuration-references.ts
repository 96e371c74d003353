import { textField } from '../../fields/text-field.ts';
import { isTrueAt } from '../fields/is-true-at.ts';
import { listAt } from '../fields/list-at.ts';
import { templateContainers } from '../workloads/template-containers.ts';

/** A reference of a pod template to a ConfigMap or Secret. */
export interface ConfigurationReference {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** One key of it; undefined where all of it is taken. */
  readonly key?: string | undefined;
  readonly isOptional: boolean;
  /** The container that refers to it; undefined for a volume. */
  readonly container?: string | undefined;
  /** The environment variable that the key becomes, or the volume's name. */
  readonly use?: string | undefined;
  /** The prefix that `envFrom` puts before the names. */
  readonly prefix?: string | undefined;
}

/** Everything of ConfigMaps and Secrets that a pod template or pod takes. */
export function configurationReferences(template: unknown): readonly ConfigurationReference[] {
  return [
    ...templateContainers(template).flatMap((container) => [
      ...listAt(container, 'env').flatMap((entry) => fromVariable(entry, textField(container, 'name'))),
      ...listAt(container, 'envFrom').flatMap((entry) => fromSource(entry, textField(container, 'name'))),
    ]),
    ...listAt(template, 'spec', 'volumes').flatMap(fromVolume),
  ];
}

function fromVariable(entry: unknown, container: string | undefined): ConfigurationReference[] {
  return references(
    [
      ['ConfigMap', ['valueFrom', 'configMapKeyRef']],
      ['Secret', ['valueFrom', 'secretKeyRef']],
    ],
    entry,
    (holder) => ({ key: textField(entry, ...holder, 'key'), container, use: textField(entry, 'name') }),
  );
}

function fromSource(entry: unknown, container: string | undefined): ConfigurationReference[] {
  return references(
    [
      ['ConfigMap', ['configMapRef']],
      ['Secret', ['secretRef']],
    ],
    entry,
    () => ({ container, prefix: textField(entry, 'prefix') }),
  );
}

function fromVolume(volume: unknown): ConfigurationReference[] {
  const use = textField(volume, 'name');
  const sources = [volume, ...listAt(volume, 'projected', 'sources')];
  return sources.flatMap((source) => {
    const items = [...listAt(source, 'configMap', 'items'), ...listAt(source, 'secret', 'items')];
    const keys = items.length === 0 ? [undefined] : items.map((item) => textField(item, 'key'));
    return keys.flatMap((key) =>
      references(
        [
          ['ConfigMap', ['configMap']],
          ['Secret', ['secret']],
        ],
        source,
        () => ({ key, use }),
      ),
    );
  });
}

function references(
  holders: readonly (readonly ['ConfigMap' | 'Secret', readonly string[]])[],
  entry: unknown,
  rest: (holder: readonly string[]) => Omit<ConfigurationReference, 'kind' | 'name' | 'isOptional'>,
): ConfigurationReference[] {
  return holders.flatMap(([kind, holder]) => {
    const name = textField(entry, ...holder, 'name') ?? textField(entry, ...holder, 'secretName');
    return name === undefined
      ? []
      : [{ kind, name, isOptional: isTrueAt(entry, ...holder, 'optional'), ...rest(holder) }];
  });
}
