import { numberField } from '../../fields/number-field.ts';
import { textField } from '../../fields/text-field.ts';
import type { Fields } from '../fields/fields.ts';
import { listAt } from '../fields/list-at.ts';
import type { DeclaredPort } from './declared-port.ts';

/** The ports that one container declares. */
export function portsOf(container: Fields): readonly DeclaredPort[] {
  return listAt(container, 'ports').flatMap((entry) => {
    const port = numberField(entry, 'containerPort');
    return port === undefined ? [] : [{ name: textField(entry, 'name'), port }];
  });
}
