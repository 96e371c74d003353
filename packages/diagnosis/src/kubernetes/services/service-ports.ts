import { numberField } from '../../fields/number-field.ts';
import { textField } from '../../fields/text-field.ts';
import type { ObjectItem } from '../../view.ts';
import { listAt } from '../fields/list-at.ts';

/** A port of a Service. */
export interface ServicePort {
  readonly name?: string | undefined;
  readonly port: number;
  /** A number, or the name of a container port. */
  readonly target: number | string;
  readonly protocol: string;
}

/** The ports of a Service; `targetPort` is `port` where it is not given. */
export function servicePorts(service: ObjectItem): readonly ServicePort[] {
  return listAt(service.object, 'spec', 'ports').flatMap((entry) => {
    const port = numberField(entry, 'port');
    if (port === undefined) return [];
    const target = numberField(entry, 'targetPort') ?? textField(entry, 'targetPort') ?? port;
    return [{ name: textField(entry, 'name'), port, target, protocol: textField(entry, 'protocol') ?? 'TCP' }];
  });
}
