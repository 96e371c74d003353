import type { Rule } from '../rule.ts';

/** A Sensor that listens to an event nobody sends waits for ever. */
export const knownEvents: Rule = {
  title: 'an event that a Sensor waits for has a source',
  check: (manifests) => {
    const events = new Set(
      manifests
        .filter(({ kind }) => kind === 'EventSource')
        .flatMap(({ metadata, spec }) =>
          ['webhook', 'github', 'calendar'].flatMap((type) =>
            Object.keys(spec[type] ?? {}).map((name) => `${metadata.name}/${name}`),
          ),
        ),
    );
    return manifests
      .filter(({ kind }) => kind === 'Sensor')
      .flatMap(({ file, metadata, spec }) =>
        spec.dependencies
          .map(({ eventSourceName, eventName }: Record<string, string>) => `${eventSourceName}/${eventName}`)
          .filter((event: string) => !events.has(event))
          .map((event: string) => `${file}: ${metadata.name} waits for ${event}`),
      );
  },
};
