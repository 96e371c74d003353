import { resolve } from 'node:path';
import { stepVariables } from './generated.ts';

/**
 * What a ConfigMap or Secret named `auto-ops-<app>` or `auto-ops-<app>-<zone>` stands for on one machine: the variables of
 * that app and zone that are set in `environment`, with their `_FILE` twins, paths made absolute, and nothing else.
 */
export function stepEnvironment(
  configName: string,
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const [, app, zone] = /^auto-ops-([a-z]+)(?:-([a-z]+(?:-[a-z]+)*))?$/.exec(configName) ?? [];
  const given: Record<string, string> = {};
  for (const { app: owner, env, secret, isPath, zones } of stepVariables) {
    if (owner !== app || (zones !== null && (zone === undefined || !zones.includes(zone)))) continue;
    const value = environment[env];
    if (value !== undefined && value !== '') given[env] = isPath ? resolve(value) : value;
    const file = secret ? environment[`${env}_FILE`] : undefined;
    if (file !== undefined) given[`${env}_FILE`] = resolve(file);
  }
  return given;
}
