import type { Manifest } from './manifest.ts';

/** A trigger of a Sensor, its dead-letter trigger beside it as one of its own. */
export interface Trigger {
  readonly place: string;
  readonly sensor: Manifest;
  // biome-ignore lint/suspicious/noExplicitAny: Argo Events' own shape.
  readonly trigger: any;
  readonly isDeadLetter: boolean;
}

/** All triggers of all Sensors. */
export function triggersOf(manifests: readonly Manifest[]): Trigger[] {
  return manifests
    .filter(({ kind }) => kind === 'Sensor')
    .flatMap((sensor) =>
      sensor.spec.triggers.flatMap((trigger: Trigger['trigger']) => {
        const place = `${sensor.file}: ${sensor.metadata.name}/${trigger.template.name}`;
        const own: Trigger = { place, sensor, trigger, isDeadLetter: false };
        const { dlqTrigger } = trigger;
        return dlqTrigger === undefined
          ? [own]
          : [own, { place: `${place}/dlqTrigger`, sensor, trigger: dlqTrigger, isDeadLetter: true }];
      }),
    );
}
