import { numberField } from '../../fields/number-field.ts';
import { textField } from '../../fields/text-field.ts';
import type { Fields } from '../fields/fields.ts';
import { listAt } from '../fields/list-at.ts';
import { declaredPorts } from '../services/declared-ports.ts';
import type { TrafficPort } from './traffic.ts';

/** Whether a rule covers the port. */
export function coversPort(rule: Fields, { port, protocol, pod }: TrafficPort): boolean {
  const ports = listAt(rule, 'ports');
  return (
    ports.length === 0 ||
    ports.some((entry) => {
      if ((textField(entry, 'protocol') ?? 'TCP') !== protocol) return false;
      const name = textField(entry, 'port');
      const first =
        name === undefined
          ? numberField(entry, 'port')
          : pod === undefined
            ? undefined
            : declaredPorts(pod.object).find((declared) => declared.name === name)?.port;
      if (first === undefined) return name === undefined;
      return port >= first && port <= (numberField(entry, 'endPort') ?? first);
    })
  );
}
