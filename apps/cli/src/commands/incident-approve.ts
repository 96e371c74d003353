import type { CommandDefinition } from '../command/command-definition.ts';
import { sendWord } from '../gateway/send-word.ts';

/** Approves the plan of an incident. */
export const incidentApprove: CommandDefinition = {
  path: 'incident approve',
  summary: 'Approve the plan of an incident, bound to the hash of the plan you looked at.',
  arguments: [{ name: 'id', summary: 'The incident.', required: true }],
  options: [
    { flags: '--plan <hash>', summary: 'The first 12 or more characters of the plan hash.' },
    { flags: '--reason <text>', summary: 'Why; kept in the audit.' },
  ],
  outputs: ['text', 'json'],
  example: 'auto-ops incident approve 4be1c02a9f --plan 1f3a9c02b7d4',
  run: (call) => sendWord(call, 'approved'),
};
