import { stepVariables } from './generated.ts';

/**
 * What a ConfigMap or Secret named `auto-ops-<app>` or `auto-ops-<app>-<zone>` stands for on one machine: the variables of
 * that app and zone that are set in `environment`, with their `_FILE` twins, and nothing else.
 */
export function stepEnvironment(
  configName: string,
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const [, , app, zone] = /^(auto-ops)-([a-z]+)(?:-([a-z]+))?$/.exec(configName) ?? [];
  const names = stepVariables
    .filter(
      (variable) =>
        variable.app === app && (variable.zones === null || (zone !== undefined && variable.zones.includes(zone))),
    )
    .flatMap((variable) => (variable.secret ? [variable.env, `${variable.env}_FILE`] : [variable.env]));
  return Object.fromEntries(
    names.map((name) => [name, environment[name]]).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
