/** Score → confidence: a fixed monotone table, to be calibrated on recorded incidents; linear between its rows. */
const table: readonly (readonly [score: number, confidence: number])[] = [
  [0, 0],
  [0.2, 0.1],
  [0.35, 0.25],
  [0.45, 0.4],
  [0.55, 0.55],
  [0.65, 0.7],
  [0.75, 0.85],
  [0.85, 0.93],
  [0.95, 0.98],
  [1, 0.99],
];

/** The confidence, 0 to 1 with two digits, that a cause of this score is the right one. */
export function confidenceOf(score: number): number {
  for (let index = 1; index < table.length; index += 1) {
    const [low, lowConfidence] = table[index - 1] ?? [0, 0];
    const [high, highConfidence] = table[index] ?? [1, 1];
    if (score > high) continue;
    const share = (Math.max(score, low) - low) / (high - low);
    return Math.round((lowConfidence + share * (highConfidence - lowConfidence)) * 100) / 100;
  }
  return 0.99;
}
