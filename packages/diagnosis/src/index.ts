// From evidence to an Analysis.

export { detectAll } from './detect-all.ts';
export type { Detection, Detector } from './detector.ts';
export { diagnose } from './diagnose.ts';
// The twin: what hangs on what.
export type { Graph, GraphEdge, GraphNode, Relation } from './graph/graph.ts';
export { toMermaid } from './graph/to-mermaid.ts';
// Lines of logs.
export { isErrorLine } from './signals/is-error-line.ts';
export { logTemplate } from './signals/log-template.ts';
export { containersOf } from './subjects/containers-of.ts';
// Names of things.
export { keyOf } from './subjects/key-of.ts';
export { podTemplateOf } from './subjects/pod-template-of.ts';
export { subjectOf } from './subjects/subject-of.ts';
// What a signal points at, before any evidence.
export { isTestAlert } from './targets/is-test-alert.ts';
export { namespacesIn } from './targets/namespaces-in.ts';
export { type Asked, targetsOf } from './targets/targets-of.ts';
// Indexed access to the evidence.
export { type Bundle, createView } from './view/create-view.ts';
export type { EventItem, LogLine, ObjectItem, View } from './view.ts';
