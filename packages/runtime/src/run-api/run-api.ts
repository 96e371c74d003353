import type {
  AlertState,
  Analysis,
  ApproverState,
  BackupRecord,
  GitHubIds,
  HealthReport,
  KnowledgeBatch,
  LogReview,
  MaintenanceTask,
  PolicyState,
  Proposal,
  Report,
  RiskReview,
} from '@auto-ops/contracts';

/**
 * The gateway as a step of a run sees it. Every call throws GATEWAY_UNREACHABLE (after bounded retries), AUTHENTICATION_FAILED,
 * PERMISSION_DENIED, RUN_UNKNOWN, RUN_STATE_INVALID, REQUEST_INVALID, or DOCUMENT_INVALID where the answer has the wrong shape.
 */
export interface RunApi {
  /** Hands in what the run has found out, for people to see before there is a report; the newest one counts. */
  analysis(run: string, analysis: Analysis): Promise<void>;
  /** Hands the proposal in; the same plan hash again changes nothing. */
  propose(run: string, proposal: Proposal): Promise<void>;
  /** Whatever lies there as the decision, unread: the caller decides whether it counts. `undefined` where there is none yet. */
  decision(run: string): Promise<unknown>;
  alerts(run: string): Promise<AlertState>;
  policyState(): Promise<PolicyState>;
  /** `undefined` where nobody has that id. */
  approver(id: string): Promise<ApproverState | undefined>;
  report(run: string, report: Report): Promise<void>;
  /** Hands in the report as people read it, in Markdown. */
  reportText(run: string, markdown: string): Promise<void>;
  /** Hands in the run's bundle, a gzipped tar. */
  bundle(run: string, archive: Buffer): Promise<void>;
  /** What a maintenance run is to do. */
  maintenanceTask(run: string): Promise<MaintenanceTask>;
  handHealth(run: string, report: HealthReport): Promise<void>;
  handKnowledge(run: string, batch: KnowledgeBatch): Promise<void>;
  handLogReview(run: string, review: LogReview): Promise<void>;
  handRiskReview(run: string, review: RiskReview): Promise<void>;
  /** Writes a consistent copy of what the gateway keeps, a gzipped tar, to a new file; half a file is never left under that name. */
  fetchBackup(run: string, file: string): Promise<void>;
  handBackup(run: string, record: BackupRecord): Promise<void>;
  /** Hands in the ids of a GitHub event; the same delivery again changes nothing. */
  handIntake(run: string, ids: GitHubIds): Promise<void>;
}
