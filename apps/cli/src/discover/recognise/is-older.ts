/** Whether a version such as `v4.1.1` comes before another; undefined where one of them is not such a version. */
export function isOlder(version: string | undefined, than: string): boolean | undefined {
  const [one, other] = [version, than].map((text) => /^v?(\d+)\.(\d+)(?:\.(\d+))?/.exec(text ?? '')?.slice(1));
  if (one === undefined || other === undefined) return undefined;
  for (const [index, part] of one.entries()) {
    const difference = Number(part ?? 0) - Number(other[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
