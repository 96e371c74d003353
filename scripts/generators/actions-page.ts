import { actionCatalogue, approverRoles, lifetimeMinutes } from '@auto-ops/policy';
import { z } from 'zod';
import type { GeneratedFile } from './generated-file.ts';
import { markdownTable } from './markdown-table.ts';

/** Makes the reference page of the action catalogue and of what each class asks for. */
export function generateActionsPage(): GeneratedFile[] {
  const rows = actionCatalogue.map((action) => {
    const { class: actionClass, reasons } = action.classify(undefined, undefined as never);
    return [`[\`${action.type}\`](#${action.type})`, action.title, actionClass, reasons.join(' ')];
  });
  const sections = actionCatalogue.flatMap((action) => [
    `## \`${action.type}\``,
    '',
    `${action.title}. It can be about ${action.targets.map((target) => `\`${target}\``).join(', ')}; it is a ${methods[action.method]}.`,
    ...(action.needs === undefined
      ? []
      : ['', `It reads ${action.needs.map((kind) => `\`${kind}\``).join(' and ')} of the namespace first.`]),
    '',
    '```json',
    JSON.stringify(z.toJSONSchema(action.arguments, { target: 'draft-7', io: 'input' }), undefined, 2),
    '```',
    '',
  ]);
  const text = [
    '# Actions',
    '',
    '<!-- Generated from packages/policy/src/actions by `npm run generate`; do not edit. -->',
    '',
    `A plan is a list of these ${actionCatalogue.length} actions; there are no others. The class in this table is what`,
    'an action has while nothing is known of its target; a target that is known may lower it (a pod whose controller makes it again,',
    'replicas that only grow), context only raises it.',
    '',
    markdownTable(['Action', 'What it does', 'Class', 'Why'], rows),
    '',
    '## Classes',
    '',
    markdownTable(['Class', 'What it is', 'Approval', 'Waits, in minutes'], classes),
    '',
    'What context adds (a target of tier 0, its last ready replica, a disruption budget, kept state, a change window, a repeated',
    'change, an uncertain cause, evidence that gives orders, a long plan) raises a class by one each, up to R3; what goes beyond',
    'asks for a second approver. Nobody approves what they asked for, and nobody counts twice.',
    '',
    ...sections,
  ].join('\n');
  return [{ path: 'docs/reference/actions.md', text }];
}

const methods = {
  patch: 'JSON Patch that tests what it replaces',
  delete: 'deletion',
  edit: 'change of files',
} as const;

const waits = (actionClass: 'R2' | 'R3') => [
  `one person with the role ${approverRoles(actionClass).join(' or ')}`,
  String(lifetimeMinutes(actionClass)),
];

const classes = [
  ['R0', 'reads', 'none', ''],
  ['R1', 'proposes', 'none', ''],
  ['R2', 'one object, can be taken back, capacity stays', ...waits('R2')],
  ['R3', 'capacity, configuration, traffic or limits change', ...waits('R3')],
  ['R4', 'data or identity may be lost', 'refused: a person does it', ''],
  ['RX', 'kube-system, auto-ops, Argo, the CNI, Secrets, rights, admission, CI files and the like', 'never', ''],
] as const;
