/** Whether an image may become another one under the same name: no tag and no digest, or a tag that moves by its meaning. */
export function isUnpinned(image: string): boolean {
  if (/@sha256:[0-9a-f]{64}$/.test(image) || image.includes('$')) return false;
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  return tag === undefined || /^(latest|main|master|edge|nightly|stable|dev|develop|snapshot)$/i.test(tag);
}
