/** The contract of the system: everything exported here is public to the other packages. */

// What the documents are made of.
export { Action } from './action.ts';
export { ActionClass } from './action-class.ts';
export { Alert } from './alert.ts';
export { Analysis } from './analysis.ts';
export { BundleManifest } from './bundle-manifest.ts';
export { canonicalJson } from './canonical-json.ts';
export { Cause } from './cause.ts';
// The published causes and errors.
export { Category } from './causes/category.ts';
export { CauseCode } from './causes/cause-code.ts';
export type { CauseDefinition } from './causes/cause-definition.ts';
export { causeList } from './causes/cause-list.ts';
export { Change } from './change.ts';
export { Check } from './check.ts';
export { CheckResult } from './check-result.ts';
export { Collection } from './collection.ts';
export { Coverage } from './coverage.ts';
export { Decision } from './decision.ts';
export { Digest } from './digest.ts';
export { Edit } from './edit.ts';
export { Effect } from './effect.ts';
export { Effects } from './effects.ts';
export { AutoOpsError } from './errors/auto-ops-error.ts';
export type { ErrorCode } from './errors/error-code.ts';
export type { ErrorDefinition } from './errors/error-definition.ts';
export { errorTable } from './errors/error-table.ts';
export { Evidence } from './evidence.ts';
export { Finding } from './finding.ts';
export { GitHubIds } from './github-ids.ts';
export { Identifier } from './identifier.ts';
export { Incident } from './incident.ts';
export { JsonValue } from './json-value.ts';
export { KubernetesObject } from './kubernetes-object.ts';
export { Lesson } from './lesson.ts';
// Maintenance: what a run that is no incident's is asked, and what it hands in.
export { BackupManifest } from './maintenance/backup-manifest.ts';
export { BackupRecord } from './maintenance/backup-record.ts';
export { DeadLetter } from './maintenance/dead-letter.ts';
export { DeadLetterOutcome } from './maintenance/dead-letter-outcome.ts';
export { HealthCheck } from './maintenance/health-check.ts';
export { HealthReport } from './maintenance/health-report.ts';
export { KnowledgeBatch } from './maintenance/knowledge-batch.ts';
export { KnowledgeChunk } from './maintenance/knowledge-chunk.ts';
export { KnowledgeDocument } from './maintenance/knowledge-document.ts';
export { LogReview } from './maintenance/log-review.ts';
export { LogTemplate } from './maintenance/log-template.ts';
export { MaintenanceJob } from './maintenance/maintenance-job.ts';
export { MaintenanceRecord } from './maintenance/maintenance-record.ts';
export { MaintenanceSubject } from './maintenance/maintenance-subject.ts';
export { MaintenanceTask } from './maintenance/maintenance-task.ts';
export { Passage } from './maintenance/passage.ts';
export { RiskFinding } from './maintenance/risk-finding.ts';
export { RiskReview } from './maintenance/risk-review.ts';
export { Outcome } from './outcome.ts';
export { Plan } from './plan.ts';
export { AlertState } from './ports/alert-state.ts';
export { ApproverState } from './ports/approver-state.ts';
export { Cancellation } from './ports/cancellation.ts';
// Ports: what pure code needs from outside, and what adapters implement.
export type { ChatMessage, ChatModel, ChatReply, ChatRequest } from './ports/chat-model.ts';
export type { Cryptography } from './ports/cryptography.ts';
export type { Engine, NodePhase, Run, RunListener, RunNode, RunOptions, RunPhase } from './ports/engine.ts';
export { Freeze } from './ports/freeze.ts';
export type { MaintenanceRun, MaintenanceRunner } from './ports/maintenance-runner.ts';
export { PolicyState } from './ports/policy-state.ts';
export { runApiPaths } from './ports/run-api-paths.ts';
// Prompts and the schemas of their replies.
export { type PromptDefinition, promptTable } from './prompts/prompt-table.ts';
export { type PromptVariables, renderPrompt } from './prompts/render-prompt.ts';
export { AnalysisReply } from './prompts/replies/analysis-reply.ts';
export { PlanReply } from './prompts/replies/plan-reply.ts';
export { ReplySubject } from './prompts/replies/reply-subject.ts';
export { ReviewReply } from './prompts/replies/review-reply.ts';
export { RouteReply } from './prompts/replies/route-reply.ts';
export { Proposal } from './proposal.ts';
export { Rehearsal } from './rehearsal.ts';
export { Report } from './report.ts';
export { Review } from './review.ts';
export { Route } from './route.ts';
export { Scope } from './scope.ts';
export { Severity } from './severity.ts';
// The chain of documents, in the order a run writes them.
export { Signal } from './signal.ts';
export { StepRecord } from './step-record.ts';
// The steps of a run.
export { StepName } from './steps/step-name.ts';
export { StepOutputs } from './steps/step-outputs.ts';
export { type Step, steps } from './steps/steps.ts';
export { Subject } from './subject.ts';
export { Target } from './target.ts';
export { Time } from './time.ts';
export { Window } from './window.ts';
export { Zone } from './zone.ts';
