import { median } from './median.ts';

type Point = readonly [seconds: number, value: number];

/** How a series left its usual band: by when, which way, from what to what, and how far in widths of the band. */
export interface Shift {
  /** Seconds since 1970. */
  readonly onset: number;
  readonly direction: 'up' | 'down';
  readonly before: number;
  readonly after: number;
  readonly strength: number;
}

const fewestPoints = 8;
/** Points up to this long before the alert count as usual: alerts fire after a hold time. */
const leadSeconds = 30 * 60;
/** Slow trouble begins long before its alert: only the first part of a series is taken for usual. */
const shareForBaseline = 0.25;
/** The band is never narrower than this share of the median or of the whole range: steady series have no variance. */
const floorOfMedian = 0.05;
const floorOfRange = 0.02;
const widths = 3;
/** A shift holds for as many points in a row. */
const sustained = 3;

/** Finds the sustained departure of a series from median ± 3 interquartile ranges; undefined where there is none. */
export function shiftOf(points: readonly Point[], alertSeconds: number | undefined): Shift | undefined {
  const series = points.toSorted((left, right) => left[0] - right[0]);
  if (series.length < fewestPoints) return undefined;
  const beforeLead =
    alertSeconds === undefined
      ? series.length
      : series.filter(([seconds]) => seconds < alertSeconds - leadSeconds).length;
  const share = Math.floor(series.length * shareForBaseline);
  const usual = series.slice(0, Math.max(fewestPoints / 2, Math.min(share, beforeLead)));
  const values = usual.map(([, value]) => value).sort((left, right) => left - right);
  const middle = median(values);
  const half = Math.floor(values.length / 2);
  const spread = median(values.slice(values.length - half)) - median(values.slice(0, half));
  const all = series.map(([, value]) => value);
  const range = Math.max(...all) - Math.min(...all);
  const width = Math.max(spread, Math.abs(middle) * floorOfMedian, range * floorOfRange);
  if (width === 0) return undefined;

  let run: Point[] = [];
  let direction: 'up' | 'down' = 'up';
  for (const point of series) {
    const offset = point[1] - middle;
    const isOutside = Math.abs(offset) > widths * width;
    const side = offset > 0 ? 'up' : 'down';
    if (!isOutside || (run.length > 0 && side !== direction)) {
      if (run.length >= sustained) break;
      run = [];
    }
    if (!isOutside) continue;
    direction = side;
    run.push(point);
  }
  const first = run[0];
  if (first === undefined || run.length < sustained) return undefined;
  const after = median(run.map(([, value]) => value).sort((left, right) => left - right));
  return { onset: first[0], direction, before: middle, after, strength: Math.abs(after - middle) / width };
}
