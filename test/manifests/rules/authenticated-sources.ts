import type { Rule } from '../rule.ts';

/** Argo Events checks nothing where no secret is named. */
export const authenticatedSources: Rule = {
  title: 'an event source asks for a secret',
  check: (manifests) =>
    manifests
      .filter(({ kind }) => kind === 'EventSource')
      .flatMap(({ file, metadata, spec }) => {
        const webhooks = Object.entries<{ authSecret?: object }>(spec.webhook ?? {});
        const github = Object.entries<{ webhookSecret?: object }>(spec.github ?? {});
        return [
          ...webhooks.filter(([, { authSecret }]) => authSecret === undefined),
          ...github.filter(([, { webhookSecret }]) => webhookSecret === undefined),
        ].map(([name]) => `${file}: ${metadata.name}/${name}`);
      }),
};
