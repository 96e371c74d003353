import type { StepName } from './step-name.ts';
import type { StepOutputs } from './step-outputs.ts';

/** One arrow of the chain: which app runs it, where it writes, and what it hands on. */
export interface Step {
  readonly name: StepName;
  readonly app: 'analyst' | 'collector' | 'fixer' | 'reviewer' | 'actuator';
  /** The folder below the workspace that only this step writes; `<…>` stands for an argument. */
  readonly folder: string;
  /** The command's arguments beside `--workspace`. */
  readonly flags: readonly ('round' | 'attempt' | 'zone' | 'specialist')[];
  /** The document it writes, below its folder. */
  readonly document: string;
  readonly outputs: readonly (keyof StepOutputs)[];
  readonly summary: string;
}

/** Every step of a run in order; the workspace layout, the WorkflowTemplate and the reference page are tested against it. */
export const steps: readonly Step[] = [
  {
    name: 'route',
    app: 'analyst',
    folder: 'route',
    flags: [],
    document: 'route.json',
    outputs: ['verdict', 'cluster', 'telemetry', 'source', 'host', 'tools', 'context'],
    summary: 'Incident → Route: which specialists look, at what.',
  },
  {
    name: 'collect',
    app: 'collector',
    folder: 'collect/<round>/<specialist>',
    flags: ['round', 'zone', 'specialist'],
    document: 'evidence.ndjson',
    outputs: ['verdict'],
    summary: 'Route → Evidence and coverage, read-only.',
  },
  {
    name: 'analyse',
    app: 'analyst',
    folder: 'analyse/<round>',
    flags: ['round'],
    document: 'analysis.json',
    outputs: ['verdict', 'next', 'cluster'],
    summary: 'Evidence → Analysis; may ask for one more round of collect.',
  },
  {
    name: 'fix',
    app: 'fixer',
    folder: 'fix/<attempt>',
    flags: ['attempt'],
    document: 'plan.json',
    outputs: ['verdict', 'next', 'edits'],
    summary: 'Analysis and the last Review → Plan.',
  },
  {
    name: 'rehearse',
    app: 'actuator',
    folder: 'rehearse/<attempt>',
    flags: ['attempt'],
    document: 'rehearsal.json',
    outputs: ['verdict', 'class'],
    summary: 'Plan → Rehearsal: policy, ownership, server-side dry run.',
  },
  {
    name: 'check',
    app: 'fixer',
    folder: 'check/<attempt>',
    flags: ['attempt'],
    document: 'check.json',
    outputs: ['verdict'],
    summary: "Plan's edits → the repository's own test command, in a sandbox; only where there are edits.",
  },
  {
    name: 'review',
    app: 'reviewer',
    folder: 'review/<attempt>',
    flags: ['attempt'],
    document: 'review.json',
    outputs: ['verdict', 'next', 'class'],
    summary: 'Plan, Rehearsal and Check → Review.',
  },
  {
    name: 'propose',
    app: 'actuator',
    folder: 'propose',
    flags: [],
    document: 'proposal.json',
    outputs: ['verdict', 'next', 'class', 'lock'],
    summary: 'Plan and Review → Proposal, handed to the run API.',
  },
  {
    name: 'decide',
    app: 'actuator',
    folder: 'decide',
    flags: [],
    document: 'decision.json',
    outputs: ['verdict', 'next'],
    summary: 'The signed Decision, fetched and verified.',
  },
  {
    name: 'apply',
    app: 'actuator',
    folder: 'apply',
    flags: [],
    document: 'effects.json',
    outputs: ['verdict', 'next'],
    summary: 'Proposal and Decision → Effects: the only step that changes the target.',
  },
  {
    name: 'observe',
    app: 'collector',
    folder: 'observe/<specialist>',
    flags: ['zone', 'specialist'],
    document: 'evidence.ndjson',
    outputs: ['verdict'],
    summary: 'Fresh Evidence of the same scope, polled until it settles.',
  },
  {
    name: 'verify',
    app: 'actuator',
    folder: 'verify',
    flags: [],
    document: 'outcome.json',
    outputs: ['verdict', 'next'],
    summary: 'Before against after → Outcome.',
  },
  {
    name: 'undo',
    app: 'actuator',
    folder: 'undo',
    flags: [],
    document: 'effects.json',
    outputs: ['verdict'],
    summary: 'The effects in reverse → Effects.',
  },
  {
    name: 'report',
    app: 'actuator',
    folder: 'report',
    flags: [],
    document: 'report.json',
    outputs: ['verdict'],
    summary: 'Everything → Report, Lesson and the bundle of the run.',
  },
];
