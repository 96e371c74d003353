import type { Finding } from '@auto-ops/contracts';
import type { Signals } from '../signals/read-signals.ts';
import type { View } from '../view.ts';
import type { RankedChange } from './rank-changes.ts';

export function regressionFinding(
  _view: View,
  _signals: Signals,
  _ranked: readonly RankedChange[],
): Finding | undefined {
  return undefined;
}
