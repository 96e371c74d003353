import type { Ending } from './ending.ts';
import { refusingPolicy } from './refusing-policy.ts';

const look = [
  'route',
  'collect-cluster(0:access) + collect-cluster(1:helm) + collect-cluster(2:kubernetes) + collect-cluster(3:storage)',
  'analyse',
];
// Nothing here edits a file, so there is nothing to check.
const attempt = (number: number) => [`fix-${number}`, `rehearse-${number}`, `review-${number}`];
const toProposal = [...look, ...attempt(1), 'propose'];
const decided = [...toProposal, 'approve', 'decide'];
const target = [
  'apply',
  'observe-cluster(0:access) + observe-cluster(1:helm) + observe-cluster(2:kubernetes) + observe-cluster(3:storage)',
  'verify',
];
const proposed = ['analysis', 'collections', 'reviews', 'proposal'];
const nobody = { 'auto-ops-actuator-propose': { AUTO_OPS_PROPOSAL_SECONDS: '30' } };

// Until the deadline of the rollout a look finds one cause less.
const rolloutIsStuck = {
  object: 'Deployment/thumbnails',
  at: 'status.conditions[type=Progressing].status',
  is: 'False',
};

/** Every way in which a run can end that needs no model, and what is left of it. */
export const endings: readonly Ending[] = [
  {
    name: 'rejected',
    scenario: 'command-invalid',
    settled: rolloutIsStuck,
    act: 'reject',
    expected: {
      ending: 'rejected',
      headline: /command-invalid of Deployment .*: the fix was rejected$/,
      stages: [...decided, 'report'],
      documents: [...proposed, 'decision'],
      audit: ['plan-proposed', 'vote-rejected', 'decision-signed', 'report-received'],
    },
  },
  {
    name: 'cancelled while it waits',
    scenario: 'command-invalid',
    settled: rolloutIsStuck,
    act: 'cancel',
    expected: {
      ending: 'cancelled',
      headline: /command-invalid of Deployment .*: the run was cancelled$/,
      stages: [...decided, 'report'],
      documents: [...proposed, 'decision'],
      audit: ['plan-proposed', 'vote-cancelled', 'decision-signed', 'report-received'],
    },
  },
  {
    name: 'cancelled before it proposes',
    scenario: 'command-invalid',
    settled: rolloutIsStuck,
    act: 'cancel-early',
    expected: {
      ending: 'cancelled',
      headline: /: the run was cancelled$/,
      audit: ['run-cancelled', 'report-received'],
    },
  },
  {
    name: 'resolved while it waits',
    scenario: 'command-invalid',
    settled: rolloutIsStuck,
    act: 'resolve',
    expected: {
      ending: 'cancelled',
      headline: /command-invalid of Deployment .*: the run was cancelled$/,
      stages: [...decided, 'report'],
      documents: [...proposed, 'decision'],
      audit: ['plan-proposed', 'decision-signed', 'report-received'],
    },
  },
  {
    name: 'no fault',
    scenario: 'healthy-scaled-to-zero',
    act: 'nothing',
    expected: {
      ending: 'no-fault',
      headline: /: nothing is wrong$/,
      stages: [...look, 'report'],
      documents: ['analysis', 'collections'],
      audit: ['report-received'],
    },
  },
  {
    name: 'no fix possible',
    scenario: 'claim-unbound',
    act: 'nothing',
    expected: {
      ending: 'no-fix',
      headline: /claim-unbound of PersistentVolumeClaim .*: no fix of the catalogue helps; a person has to act$/,
      stages: [...look, 'fix-1', 'report'],
      documents: ['analysis', 'collections'],
      audit: ['report-received'],
    },
  },
  {
    name: 'approved and recovered',
    scenario: 'command-invalid',
    settled: rolloutIsStuck,
    act: 'approve',
    changes: true,
    expected: {
      ending: 'recovered',
      headline: /command-invalid of Deployment .*: recovered$/,
      stages: [...decided, ...target, 'report'],
      documents: [...proposed, 'decision', 'effects', 'outcome'],
      audit: ['plan-proposed', 'vote-approved', 'decision-signed', 'effect-applied', 'report-received'],
    },
  },
  {
    name: 'approved and taken back',
    scenario: 'undo-worse',
    act: 'approve',
    changes: true,
    expected: {
      ending: 'undone',
      headline: /unschedulable-affinity of Deployment .*: the fix was taken back$/,
      stages: [...decided, ...target, 'undo', 'report'],
      documents: [...proposed, 'decision', 'effects', 'outcome', 'undo'],
      audit: [
        'plan-proposed',
        'vote-approved',
        'decision-signed',
        'effect-applied',
        'effect-undone',
        'report-received',
      ],
    },
  },
  {
    name: 'one specialist fails',
    scenario: 'command-invalid',
    settled: rolloutIsStuck,
    // A repository that is not there: the source zone has nothing to read.
    settings: {
      'auto-ops-analyst': { AUTO_OPS_REPOSITORY: '/srv/repository' },
      'auto-ops-collector-source': { AUTO_OPS_REPOSITORY: '/srv/repository' },
    },
    alone: true,
    act: 'reject',
    expected: {
      ending: 'rejected',
      headline: /command-invalid of Deployment .*: the fix was rejected$/,
      stages: [
        'route',
        `${look[1]} + collect-source(0:repository)`,
        'analyse',
        ...attempt(1),
        'propose',
        'approve',
        'decide',
        'report',
      ],
      documents: [...proposed, 'decision'],
      audit: ['plan-proposed', 'vote-rejected', 'decision-signed', 'report-received'],
    },
  },
  {
    name: 'no attempt passes the review',
    scenario: 'command-invalid',
    settled: rolloutIsStuck,
    world: (namespace) => refusingPolicy(namespace),
    settings: { 'auto-ops-reviewer': { AUTO_OPS_MAX_ITERATIONS: '1' } },
    act: 'nothing',
    expected: {
      ending: 'not-approved-by-review',
      headline: /command-invalid of Deployment .*: no fix passed the review; a person has to act$/,
      stages: [...look, ...attempt(1), 'report'],
      documents: ['analysis', 'collections', 'reviews'],
      audit: ['report-received'],
    },
  },
  {
    name: 'nobody decides in time',
    scenario: 'command-invalid',
    settled: rolloutIsStuck,
    settings: nobody,
    alone: true,
    act: 'nothing',
    expected: {
      ending: 'expired',
      headline: /command-invalid of Deployment .*: the approval ran out; nothing was changed$/,
      stages: [...decided, 'report'],
      documents: [...proposed, 'decision'],
      audit: ['plan-proposed', 'decision-signed', 'report-received'],
    },
  },
  {
    name: 'decisions that count as none, then rejected',
    scenario: 'command-invalid',
    settled: rolloutIsStuck,
    act: 'forge-decisions',
    expected: {
      ending: 'rejected',
      headline: /command-invalid of Deployment .*: the fix was rejected$/,
      stages: [...decided, 'report'],
      documents: [...proposed, 'decision'],
    },
  },
  {
    name: 'approved by somebody who loses the role',
    scenario: 'command-invalid',
    settled: rolloutIsStuck,
    settings: { 'auto-ops-actuator-propose': { AUTO_OPS_PROPOSAL_SECONDS: '60' } },
    alone: true,
    act: 'approve-and-lose-the-role',
    expected: {
      ending: 'expired',
      headline: /command-invalid of Deployment .*: the approval ran out; nothing was changed$/,
      stages: [...decided, 'report'],
      documents: proposed,
      audit: ['plan-proposed', 'vote-approved', 'decision-signed', 'report-received'],
    },
  },
];
