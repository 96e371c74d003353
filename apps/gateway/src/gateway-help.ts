import { variablesOf } from '@auto-ops/runtime';
import { Config } from './config.ts';

/** The help text, made from the configuration schema. */
export function gatewayHelp(): string {
  const rows = variablesOf(Config).map((variable) => {
    const fallback =
      variable.default === undefined ? (variable.required ? ' (required)' : '') : ` (default ${variable.default})`;
    return `  ${variable.env}${fallback}\n      ${variable.description}`;
  });
  return [
    'auto-ops-gateway: hooks, REST API, run API and the embedded engine\n',
    'Usage: auto-ops-gateway',
    '       auto-ops-gateway intake --event E --repository ID --delivery ID [--number N] [--comment ID] [--before SHA] [--after SHA]\n',
    'Environment:',
    ...rows,
    '',
  ].join('\n');
}
