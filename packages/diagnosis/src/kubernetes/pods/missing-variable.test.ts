import { expect, test } from 'vitest';
import { missingVariable } from './missing-variable.ts';

test.each([
  ['Error: environment variable QUEUE_NAME is not set', 'QUEUE_NAME'],
  ["KeyError: 'DATABASE_URL'", 'DATABASE_URL'],
  ['required key API_TOKEN missing value', 'API_TOKEN'],
  ['/start.sh: line 3: SMTP_HOST: unbound variable', 'SMTP_HOST'],
  ['sh: SMTP_HOST: parameter not set', 'SMTP_HOST'],
  ['Missing required environment variable: STRIPE_KEY', 'STRIPE_KEY'],
  ['FATAL: REDIS_URL must be set', 'REDIS_URL'],
  ['ERROR missing configuration: PAYMENT_API_KEY', 'PAYMENT_API_KEY'],
  ["Could not resolve placeholder 'DB_URL' in value", 'DB_URL'],
  ['JWT_SECRET is undefined', 'JWT_SECRET'],
  ['key not found: "RAILS_MASTER_KEY"', 'RAILS_MASTER_KEY'],
  ['env var LOG_SINK is required but was empty', 'LOG_SINK'],
  ['you need to set DATABASE_URL', 'DATABASE_URL'],
  ['FATAL no value for SMTP_HOST in the environment', 'SMTP_HOST'],
  ['panic: PORT environment variable is missing', 'PORT'],
])('"%s" names %s', (text, name) => {
  expect(missingVariable(text)).toBe(name);
});

test.each([
  'ERROR: no such table: ORDER_ITEMS',
  'ERROR relation USERS not found',
  'WARN SENTRY_DSN is not set, disabling reports',
  'LOG_LEVEL is not set, defaulting to info',
  'ERROR connection refused',
  'FATAL no such file or directory',
  'code: ENOENT',
  "code: 'MODULE_NOT_FOUND'",
  'WARN not taking traffic: database schema is 41',
  'listening on 8080',
  'HTTP POST failed: required field missing',
  'Error: ERR_MODULE_NOT_FOUND required',
])('"%s" names none', (text) => {
  expect(missingVariable(text)).toBeUndefined();
});
