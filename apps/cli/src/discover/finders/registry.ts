// Generated from the folders beside it by `npm run generate`; do not edit.
import type { Finder } from '../finder.ts';
import { finder as alertmanager } from './alertmanager/index.ts';
import { finder as argoCd } from './argo-cd/index.ts';
import { finder as argoEvents } from './argo-events/index.ts';
import { finder as argoWorkflows } from './argo-workflows/index.ts';
import { finder as autoOps } from './auto-ops/index.ts';
import { finder as databases } from './databases/index.ts';
import { finder as flux } from './flux/index.ts';
import { finder as helm } from './helm/index.ts';
import { finder as ingress } from './ingress/index.ts';
import { finder as kubernetes } from './kubernetes/index.ts';
import { finder as loki } from './loki/index.ts';
import { finder as metricsServer } from './metrics-server/index.ts';
import { finder as network } from './network/index.ts';
import { finder as openTelemetry } from './open-telemetry/index.ts';
import { finder as prometheus } from './prometheus/index.ts';
import { finder as storage } from './storage/index.ts';

/** Every finder, in the order of the folder names. */
export const finders: readonly Finder[] = [
  alertmanager,
  argoCd,
  argoEvents,
  argoWorkflows,
  autoOps,
  databases,
  flux,
  helm,
  ingress,
  kubernetes,
  loki,
  metricsServer,
  network,
  openTelemetry,
  prometheus,
  storage,
];
