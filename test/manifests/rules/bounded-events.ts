import type { Rule } from '../rule.ts';

/** An event has to fit into one message of the bus; and a source that could make webhooks would hold a credential to do so. */
export const boundedEvents: Rule = {
  title: 'a GitHub event source is passive, and takes no more than the bus can carry',
  check: (manifests) =>
    manifests
      .filter(({ kind }) => kind === 'EventSource')
      .flatMap(({ file, metadata, spec }) =>
        Object.entries<{ webhook?: { url?: string; maxPayloadSize?: number }; apiToken?: object; githubApp?: object }>(
          spec.github ?? {},
        )
          .filter(
            ([, { webhook, apiToken, githubApp }]) =>
              apiToken !== undefined ||
              githubApp !== undefined ||
              webhook?.url !== undefined ||
              !(Number(webhook?.maxPayloadSize) < 1024 * 1024),
          )
          .map(([name]) => `${file}: ${metadata.name}/${name}`),
      ),
};
