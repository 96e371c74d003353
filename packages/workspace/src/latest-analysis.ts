import { Analysis } from '@auto-ops/contracts';
import type { Workspace } from './workspace.ts';

/** The Analysis of the newest round; throws DOCUMENT_MISSING where no round has one. */
export function latestAnalysis(workspace: Workspace): Analysis {
  const round = workspace.exists('analyse/2/analysis.json') ? 2 : 1;
  return workspace.read(Analysis, `analyse/${round}/analysis.json`);
}
