import type { Rule } from '../rule.ts';
import { anchoredFilters } from './anchored-filters.ts';
import { atLeastOnce } from './at-least-once.ts';
import { authenticatedSources } from './authenticated-sources.ts';
import { boundedEvents } from './bounded-events.ts';
import { boundedResources } from './bounded-resources.ts';
import { boundedRetries } from './bounded-retries.ts';
import { cleanedUp } from './cleaned-up.ts';
import { cronWorkflows } from './cron-workflows.ts';
import { deadLetters } from './dead-letters.ts';
import { deadlines } from './deadlines.ts';
import { defaultedOutputs } from './defaulted-outputs.ts';
import { deterministicNames } from './deterministic-names.ts';
import { explicitCommands } from './explicit-commands.ts';
import { fewTokens } from './few-tokens.ts';
import { httpStatus } from './http-status.ts';
import { knownAccounts } from './known-accounts.ts';
import { knownEvents } from './known-events.ts';
import { knownImages } from './known-images.ts';
import { knownReferences } from './known-references.ts';
import { knownSettings } from './known-settings.ts';
import { knownTemplates } from './known-templates.ts';
import { mountedFiles } from './mounted-files.ts';
import { narrowFilters } from './narrow-filters.ts';
import { noFreeText } from './no-free-text.ts';
import { noVariableInSelector } from './no-variable-in-selector.ts';
import { operations } from './operations.ts';
import { orderedParameters } from './ordered-parameters.ts';
import { ownConditions } from './own-conditions.ts';
import { ownRunTokens } from './own-run-tokens.ts';
import { restricted } from './restricted.ts';
import { retried } from './retried.ts';

/** Everything that the manifests are held to. */
export const rules = {
  operations,
  atLeastOnce,
  retried,
  anchoredFilters,
  narrowFilters,
  ownConditions,
  noFreeText,
  deterministicNames,
  noVariableInSelector,
  httpStatus,
  authenticatedSources,
  restricted,
  deadlines,
  explicitCommands,
  boundedResources,
  knownImages,
  knownAccounts,
  knownSettings,
  knownTemplates,
  knownEvents,
  cronWorkflows,
  deadLetters,
  orderedParameters,
  fewTokens,
  ownRunTokens,
  cleanedUp,
  boundedEvents,
  boundedRetries,
  defaultedOutputs,
  mountedFiles,
  knownReferences,
} satisfies Record<string, Rule>;
