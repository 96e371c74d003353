import type { Rule } from '../rule.ts';
import { triggersOf } from '../triggers-of.ts';

type Field = { src: { dataKey?: string; contextKey?: string; value?: string }; dest: string };
type Dependency = { name: string; filters?: { data?: { path: string }[] } };

const address = 'http://auto-ops-run-api.auto-ops.svc:8443/v1/dead-letters';

/** What a Sensor could not do it tells the gateway, with a token of a Secret and with the same filtered ids. */
export const deadLetters: Rule = {
  title: 'a trigger tells the gateway what it could not do',
  check: (manifests) =>
    triggersOf(manifests)
      .filter(({ isDeadLetter }) => !isDeadLetter)
      .flatMap(({ place, sensor, trigger }) => {
        const { dlqTrigger } = trigger;
        const http = dlqTrigger?.template?.http;
        if (http === undefined) return [`${place} has no dead-letter trigger`];
        const payload: Field[] = http.payload ?? [];
        const { filters } = sensor.spec.dependencies.find(
          ({ name }: Dependency) => name === trigger.template.conditions,
        ) as Dependency;
        const bounded = (filters?.data ?? []).map(({ path }) => path);
        const [header, ...others] = http.secureHeaders ?? [];
        const problems = [
          ...(http.url === address && http.method === 'POST' ? [] : ['goes elsewhere']),
          ...(header?.name === 'Authorization' && header.valueFrom?.secretKeyRef && others.length === 0
            ? []
            : ['shows no token']),
          ...(dlqTrigger.retryStrategy?.steps >= 6 ? [] : ['is tried too seldom']),
          ...(['sensor', 'kind', 'id'].every((dest) => payload.some((field) => field.dest === dest))
            ? []
            : ['does not say what it is about']),
          ...(payload.some(({ src, dest }) => dest === 'sensor' && src.value === sensor.metadata.name)
            ? []
            : ['does not say whose it is']),
          ...payload
            .filter(({ src: { dataKey, contextKey, value } }) =>
              dataKey === undefined ? contextKey !== 'id' && value === undefined : !bounded.includes(dataKey),
            )
            .map(({ dest }) => `hands on ${dest}, which no filter bounds`),
        ];
        return problems.map((problem) => `${place}: its dead letter ${problem}`);
      }),
};
