import type { CommandArgument } from '../command/command-definition.ts';

/** The question of a command that looks at a cluster. */
export const questionArgument: CommandArgument = {
  name: 'question',
  summary: 'What is wrong, in your own words.',
  required: false,
};
