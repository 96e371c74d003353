/** The contract of the system: everything exported here is public to the other packages. */

// The chain of documents, in the order a run writes them.
export { Signal } from './signal.ts';
export { Incident } from './incident.ts';
export { Route } from './route.ts';
export { Evidence } from './evidence.ts';
export { Collection } from './collection.ts';
export { Analysis } from './analysis.ts';
export { Plan } from './plan.ts';
export { Rehearsal } from './rehearsal.ts';
export { Check } from './check.ts';
export { Review } from './review.ts';
export { Proposal } from './proposal.ts';
export { Decision } from './decision.ts';
export { Effects } from './effects.ts';
export { Outcome } from './outcome.ts';
export { Report } from './report.ts';
export { Lesson } from './lesson.ts';

// What the documents are made of.
export { Action } from './action.ts';
export { ActionClass } from './action-class.ts';
export { Alert } from './alert.ts';
export { BundleManifest } from './bundle-manifest.ts';
export { canonicalJson } from './canonical-json.ts';
export { Cause } from './cause.ts';
export { Change } from './change.ts';
export { CheckResult } from './check-result.ts';
export { Coverage } from './coverage.ts';
export { Digest } from './digest.ts';
export { Edit } from './edit.ts';
export { Effect } from './effect.ts';
export { Finding } from './finding.ts';
export { Identifier } from './identifier.ts';
export { JsonValue } from './json-value.ts';
export { KubernetesObject } from './kubernetes-object.ts';
export { Scope } from './scope.ts';
export { Severity } from './severity.ts';
export { StepRecord } from './step-record.ts';
export { Subject } from './subject.ts';
export { Target } from './target.ts';
export { Time } from './time.ts';
export { Window } from './window.ts';
export { Zone } from './zone.ts';

// The published causes and errors.
export { Category } from './causes/category.ts';
export { CauseCode } from './causes/cause-code.ts';
export { type CauseDefinition } from './causes/cause-definition.ts';
export { causeList } from './causes/cause-list.ts';
export { AutoOpsError } from './errors/auto-ops-error.ts';
export { type ErrorCode } from './errors/error-code.ts';
export { type ErrorDefinition } from './errors/error-definition.ts';
export { errorTable } from './errors/error-table.ts';

// The steps of a run.
export { StepName } from './steps/step-name.ts';
export { StepOutputs } from './steps/step-outputs.ts';
export { steps, type Step } from './steps/steps.ts';

// Ports: what pure code needs from outside, and what adapters implement.
export { type ChatMessage, type ChatRequest, type ChatReply, type ChatModel } from './ports/chat-model.ts';
export { type Cryptography } from './ports/cryptography.ts';
export { type RunPhase, type NodePhase, type RunNode, type Run, type RunListener, type RunOptions, type Engine } from './ports/engine.ts';
export { ApproverState, AlertState, Freeze, PolicyState, runApiPaths } from './ports/run-api.ts';
