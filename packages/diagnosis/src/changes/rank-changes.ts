import { distancesFrom } from '../graph/distances-from.ts';
import { compareText } from '../order/compare-text.ts';
import type { Signals } from '../signals/read-signals.ts';
import type { Targets } from '../targets/resolve-targets.ts';
import type { View } from '../view.ts';
import type { CandidateChange } from './candidate-change.ts';
import { identifiersIn } from './hazards/identifiers-in.ts';
import { objectChanges } from './object-changes.ts';
import { overlapWith } from './overlap-with.ts';
import { recordedChanges } from './recorded-changes.ts';
import { revisionChanges } from './revision-changes.ts';
import { troubledTexts } from './troubled-texts.ts';

/** A change with how likely it has to do with the trouble, 0 to 1, and why. */
export interface RankedChange {
  readonly change: CandidateChange;
  readonly score: number;
  readonly time: number;
  readonly proximity: number;
  readonly overlap: number;
  readonly hazard: number;
  /** Names of the change that the errors name as well. */
  readonly named: readonly string[];
  readonly reasons: readonly string[];
}

const weights = { proximity: 0.2, overlap: 0.3, hazard: 0.35, named: 0.15 };
const limit = 4;
const byDistance = [1, 0.85, 0.7, 0.55, 0.45];
/** Not connected with what fails, as far as the graph knows. */
const apart = 0.25;
/** Half of the weight of time is gone after this. */
const halfLifeMinutes = 60;
/** Clocks and sampling differ by this much. */
const slackMinutes = 1.5;

/** Every change of the evidence, most suspect first; `failing` are the keys of what is known to fail, nearest first. */
export function rankChanges(
  view: View,
  signals: Signals,
  targets: Targets,
  failing: readonly string[],
): readonly RankedChange[] {
  const changes = [...recordedChanges(view), ...revisionChanges(view), ...objectChanges(view)];
  if (changes.length === 0) return [];
  const around = nearest(
    view,
    [...failing, ...targets.keys, ...signals.metrics.map(({ key }) => key)].filter((key) => key !== ''),
  );
  const troubled = troubledTexts(view, signals);
  const overlaps = overlapWith(troubled, changes);
  const spoken = identifiersIn(troubled.map(({ text }) => text).join('\n'));
  return changes
    .map((change, position): RankedChange => {
      const minutes = (signals.onset - change.at) / 60_000;
      const time = minutes < -slackMinutes ? 0.02 : 1 / (1 + Math.max(0, minutes) / halfLifeMinutes);
      const distance = Math.min(...change.keys.map((key) => around.get(key) ?? Number.POSITIVE_INFINITY));
      const proximity = byDistance[distance] ?? apart;
      const { share: overlap, terms } = overlaps[position] ?? { share: 0, terms: [] };
      const named = [...change.identifiers].filter((identifier) => spoken.has(identifier)).sort(compareText);
      const relation = Math.max(overlap, named.length > 0 ? 0.8 : 0);
      const hazard = (change.hazards[0]?.weight ?? 0) * (0.3 + 0.7 * relation);
      const parts =
        weights.proximity * proximity +
        weights.overlap * overlap +
        weights.hazard * hazard +
        (named.length > 0 ? weights.named : 0);
      const score =
        Math.round(Math.min(1, time ** 0.4 * parts * change.substance * (minutes < -slackMinutes ? 0.05 : 1)) * 1000) /
        1000;
      return {
        change,
        score,
        time,
        proximity,
        overlap,
        hazard,
        named,
        reasons: reasonsFor(minutes, distance, named, terms, change),
      };
    })
    .sort(
      (left, right) =>
        right.score - left.score || right.change.at - left.change.at || compareText(left.change.id, right.change.id),
    );
}

function nearest(view: View, keys: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const key of new Set(keys)) {
    for (const [other, distance] of distancesFrom(view.graph, key, limit)) {
      found.set(other, Math.min(distance, found.get(other) ?? limit));
    }
  }
  return found;
}

function reasonsFor(
  minutes: number,
  distance: number,
  named: readonly string[],
  terms: readonly string[],
  { hazards }: CandidateChange,
): string[] {
  const rounded = Math.round(Math.abs(minutes));
  const when =
    minutes < -slackMinutes
      ? `took effect ${rounded} min after the onset`
      : rounded === 0
        ? 'took effect at the onset'
        : `took effect ${rounded} min before the onset`;
  const where =
    distance === 0
      ? 'on what fails'
      : Number.isFinite(distance)
        ? `${distance} ${distance === 1 ? 'step' : 'steps'} from what fails`
        : undefined;
  const words = terms.length === 0 ? undefined : `shares ${terms.slice(0, 6).join(', ')} with the errors`;
  const names = named.length === 0 ? undefined : `the errors name ${named.slice(0, 3).join(', ')}`;
  const hazard = hazards[0] === undefined ? undefined : `it ${hazards[0].text}`;
  return [when, where, hazard, names, words].filter((reason) => reason !== undefined);
}
