import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Action, Cancellation, Decision, Incident, Plan, PolicyState, Proposal, Review, StepName } from '@auto-ops/contracts';
import { decisionText, planHash } from '@auto-ops/policy';
import { createLogger, createRunApi, nodeCryptography } from '@auto-ops/runtime';
import { type KubernetesApi, kubernetesApi, type LoopbackAnswer, loopbackServer, temporaryFolder } from '@auto-ops/testing';
import { openWorkspace, type StepCall, type StepProgram, type Workspace } from '@auto-ops/workspace';
import { openConnection } from '../cluster/connection.ts';
import { createCluster } from '../cluster/create-cluster.ts';
import { Config } from '../config.ts';
import type { Surroundings } from '../surroundings.ts';

/** A run up to a reviewed plan, over a fake cluster and a fake run API. */
export interface Scene {
  readonly workspace: Workspace;
  readonly kubernetes: KubernetesApi;
  readonly surroundings: Surroundings;
  readonly runApi: { decision: unknown; cancellation?: Cancellation; policyState: PolicyState; approvers: Record<string, unknown>; proposal?: Proposal; put: string[]; refuses?: string };
  /** The clock; tests move it. */
  now: string;
  readonly incident: Incident;
  readonly configuration: Record<string, string>;
  /** For a step that runs as a process of its own. */
  readonly environment: Record<string, string>;
  /** Runs a step the way the app does, without its bookkeeping. */
  run(name: StepName, program: StepProgram<Config>): ReturnType<StepProgram<Config>['run']>;
  review(): void;
  /** Signs a decision on the proposal that was handed in. */
  decide(changes?: Partial<Decision>): Decision;
}

/** What a scene starts with. */
export interface SceneOptions {
  readonly objects?: readonly Readonly<Record<string, unknown>>[];
  readonly actions?: (kubernetes: KubernetesApi) => readonly Action[];
  readonly mode?: Incident['mode'];
  readonly withoutRunApi?: boolean;
}

/** Lays out a workspace of a run whose first attempt has these actions; everything ends with the running test. */
export async function createScene(options: SceneOptions = {}): Promise<Scene> {
  const root = join(temporaryFolder(), 'incident-abc');
  const workspace = openWorkspace(root);
  const kubernetes = await kubernetesApi(options.objects ?? []);
  const runApi: Scene['runApi'] = {
    decision: undefined,
    policyState: { freezes: [], recentActions: {}, actionsToday: 0, failedVerifications: 0 },
    approvers: { ann: { id: 'ann', active: true, roles: ['approver'] }, bob: { id: 'bob', active: true, roles: ['approver'] } },
    put: [],
  };
  const server = await loopbackServer((request) => answerOf(runApi, request));
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const keyFile = join(temporaryFolder(), 'k1.pem');
  writeFileSync(keyFile, publicKey.export({ type: 'spki', format: 'pem' }));

  const incident = incidentOf(options.mode ?? 'live');
  const plan: Plan = {
    schemaVersion: 1,
    incident: incident.id,
    attempt: 1,
    verdict: 'drafted',
    cause: { code: 'probe-misconfigured', subject },
    summary: 'Bring it back',
    actions: [...(options.actions?.(kubernetes) ?? [])],
    manualSteps: [],
    author: 'rules',
  };
  const hash = planHash(plan, nodeCryptography);
  workspace.writeText('incident/incident.json', JSON.stringify(incident));
  workspace.writeText('analyse/1/analysis.json', JSON.stringify(analysis));
  workspace.writeText('fix/1/plan.json', JSON.stringify(plan));

  const scene: Scene = {
    workspace,
    kubernetes,
    runApi,
    now: '2026-11-21T12:00:00.000Z',
    incident,
    configuration: { decisionPublicKeys: `k1=${keyFile}`, searchPath: '/usr/local/bin:/usr/bin:/bin' },
    environment: {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      AUTO_OPS_KUBECONFIG: kubernetes.kubeconfig,
      AUTO_OPS_RUN_API: server.url,
      AUTO_OPS_DECISION_PUBLIC_KEYS: `k1=${keyFile}`,
      AUTO_OPS_LOG_LEVEL: 'silent',
    },
    surroundings: {
      now: () => scene.now,
      openCluster: async () =>
        createCluster(await openConnection({ kubeconfig: kubernetes.kubeconfig }), { tries: 3, firstDelayMilliseconds: 1 }),
      openRunApi: () =>
        options.withoutRunApi === true
          ? undefined
          : createRunApi({ address: server.url, tries: 2, firstDelayMilliseconds: 1 }),
    },
    run(name, program) {
      const folder = name === 'rehearse' ? 'rehearse/1' : name;
      mkdirSync(workspace.path(folder), { recursive: true });
      const call: StepCall<Config> = {
        name,
        folder,
        workspace,
        incident,
        attempt: 1,
        config: Config.parse(scene.configuration),
        logger: createLogger({ name: 'test', level: 'silent' }),
        signal: new AbortController().signal,
      };
      return program.run(call);
    },
    review() {
      const review: Review = { schemaVersion: 1, incident: incident.id, attempt: 1, planHash: hash, class: 'R2', verdict: 'approved', checks: [], comments: [] };
      workspace.writeText('review/1/review.json', JSON.stringify(review));
    },
    decide(changes = {}) {
      const decision = decisionOn(scene, privateKey, changes);
      runApi.decision = decision;
      return decision;
    },
  };
  return scene;
}

const subject = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' };

const analysis = {
  schemaVersion: 1,
  bundle: 'abc',
  verdict: 'identified',
  summary: 'The probe asks the wrong port.',
  causes: [
    { rank: 1, code: 'probe-misconfigured', category: 'configuration', subject, statement: 'The probe of cart asks port 9090.', confidence: 0.9, evidence: ['ev-1'], changes: [] },
  ],
  findings: [],
  suspectChanges: [],
  affected: [],
  ruledOut: [],
  runbooks: [],
  diagnostics: [],
  basis: 'rules',
};

function incidentOf(mode: Incident['mode']): Incident {
  return {
    schemaVersion: 1,
    id: 'abc',
    title: 'cart is down',
    severity: 'critical',
    createdAt: '2026-11-21T11:55:00Z',
    fingerprint: 'a'.repeat(64),
    mode,
    cluster: 'test',
    alerts: [],
    window: { from: '2026-11-21T10:55:00Z', to: '2026-11-21T11:55:00Z' },
  };
}

function decisionOn(scene: Scene, key: KeyObject, changes: Partial<Decision>): Decision {
  const { proposal } = scene.runApi;
  if (proposal === undefined) throw new Error('nothing was proposed');
  const unsigned = {
    schemaVersion: 1 as const,
    id: 'd1',
    incident: proposal.incident,
    run: proposal.run,
    planHash: proposal.planHash,
    class: proposal.class,
    verdict: 'approved' as const,
    approvers: ['ann', 'bob'].slice(0, proposal.approvals).map((id) => ({ id, channel: 'cli' as const, at: scene.now })),
    issuedAt: scene.now,
    expiresAt: proposal.expiresAt,
    keyId: 'k1',
    ...changes,
  };
  return { ...unsigned, signature: sign(null, Buffer.from(decisionText(unsigned)), key).toString('base64url') };
}

function answerOf(runApi: Scene['runApi'], request: { method: string; path: string; body: string }): LoopbackAnswer {
  if (request.method === 'PUT') {
    runApi.put.push(request.path);
    if (runApi.refuses !== undefined && request.path.endsWith(runApi.refuses)) return { status: 404 };
    if (request.path.endsWith('/proposal')) runApi.proposal = JSON.parse(request.body) as Proposal;
    return { body: { kept: true } };
  }
  const id = /^\/v1\/approvers\/(.*)$/.exec(request.path)?.[1];
  if (id !== undefined) return runApi.approvers[id] === undefined ? { status: 404 } : { body: runApi.approvers[id] };
  if (request.path.endsWith('/decision')) return runApi.decision === undefined ? { status: 404 } : { body: runApi.decision };
  if (request.path.endsWith('/alerts')) return { body: { alerts: [], cancellation: runApi.cancellation } };
  return { body: runApi.policyState };
}
