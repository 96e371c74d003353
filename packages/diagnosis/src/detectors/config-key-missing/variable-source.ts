import { configurationReferences } from '../../kubernetes/configuration/configuration-references.ts';
import { environmentOf } from '../../kubernetes/configuration/environment-of.ts';
import type { Fields } from '../../kubernetes/fields/fields.ts';
import { fieldsAt } from '../../kubernetes/fields/fields-at.ts';
import type { View } from '../../view.ts';

/**
 * What gives a container the variable: its own `env`, or a ConfigMap or Secret it takes whole. A source whose keys were
 * not read gives nothing that is known of.
 */
export function variableSource(
  view: View,
  namespace: string | undefined,
  container: Fields,
  variable: string,
): { text: string; id?: string | undefined } | undefined {
  if (environmentOf(container).has(variable)) return { text: 'its own environment' };
  const whole = configurationReferences({ spec: { containers: [container] } }).filter(
    (entry) => entry.key === undefined,
  );
  for (const { kind, name, prefix } of whole) {
    const item = view.object(kind, namespace, name);
    const keys = Object.keys(fieldsAt(item?.object, 'data')).map((key) => `${prefix ?? ''}${key}`);
    if (keys.includes(variable)) return { text: `${kind} ${name}`, id: item?.id };
  }
  return undefined;
}
