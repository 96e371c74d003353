import { numberField } from '../../fields/number-field.ts';
import { textField } from '../../fields/text-field.ts';
import type { Fields } from '../../kubernetes/fields/fields.ts';
import { fieldsAt } from '../../kubernetes/fields/fields-at.ts';
import { listAt } from '../../kubernetes/fields/list-at.ts';
import { quantityOf } from '../../kubernetes/fields/quantity-of.ts';

/** One metric of an autoscaler: what it is and what it should be. */
export interface MetricReading {
  readonly name: string;
  readonly current: string;
  readonly target: string;
  readonly ratio: number;
}

/** The metrics of a HorizontalPodAutoscaler that have both a target and a present value. */
export function metricReadings(autoscaler: unknown): readonly MetricReading[] {
  const states = listAt(autoscaler, 'status', 'currentMetrics');
  return listAt(autoscaler, 'spec', 'metrics').flatMap((metric) => {
    const name = nameOf(metric);
    const state = states.find((entry) => nameOf(entry) === name && entry.type === metric.type);
    const target = source(metric, 'target');
    const current = source(state, 'current');
    for (const field of ['averageUtilization', 'averageValue', 'value']) {
      const [wanted, actual] = [amount(target, field), amount(current, field)];
      if (wanted !== undefined && actual !== undefined && wanted > 0) {
        return [{ name, current: text(current, field), target: text(target, field), ratio: actual / wanted }];
      }
    }
    return [];
  });
}

const sources = ['resource', 'containerResource', 'pods', 'object', 'external'];

function nameOf(metric: Fields): string {
  for (const holder of sources) {
    const name = textField(metric, holder, 'name') ?? textField(metric, holder, 'metric', 'name');
    if (name !== undefined) return name;
  }
  return '';
}

function source(metric: Fields | undefined, part: string): Fields {
  const holder = sources.find(
    (name) => fieldsAt(metric, name) !== undefined && Object.keys(fieldsAt(metric, name)).length > 0,
  );
  return holder === undefined ? {} : fieldsAt(metric, holder, part);
}

function amount(value: Fields, field: string): number | undefined {
  return numberField(value, field) ?? quantityOf(textField(value, field));
}

function text(value: Fields, field: string): string {
  return field === 'averageUtilization'
    ? `${numberField(value, field)} %`
    : (textField(value, field) ?? `${numberField(value, field)}`);
}
