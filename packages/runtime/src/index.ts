/** The contract of the package: what every program of the system needs of its surroundings. */

export type { Logger } from 'pino';
export { configuredNames } from './config/configured-names.ts';
export type { Environment } from './config/environment.ts';
export { readConfiguration } from './config/read-configuration.ts';
export { refuseUnknownVariables } from './config/refuse-unknown-variables.ts';
export type { ConfigurationSchema, Variable, VariableMeta } from './config/variable.ts';
export { variablesOf } from './config/variables-of.ts';
export { asAutoOpsError } from './errors/as-auto-ops-error.ts';
export { requireNode } from './errors/require-node.ts';
export { createLogger, type LoggerOptions } from './logging/create-logger.ts';
export { nodeCryptography } from './node-cryptography.ts';
export { createRunApi, type RunApiOptions } from './run-api/create-run-api.ts';
export type { RunApi } from './run-api/run-api.ts';
export { inTransaction } from './storage/in-transaction.ts';
export { openDatabase } from './storage/open-database.ts';
