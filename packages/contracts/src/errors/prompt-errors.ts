import type { ErrorDefinition } from './error-definition.ts';

/** Errors of the area `prompt`. */
export const promptErrors = {
  PROMPT_INVALID: {
    exit: 1,
    http: 500,
    title: 'A prompt cannot be put together',
    hint: 'Correct the named variable of the prompt; packages/contracts/src/prompts says which there are.',
  },
} as const satisfies Record<string, ErrorDefinition>;
