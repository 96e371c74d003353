import { editDistance } from './edit-distance.ts';

/** How unlike two names are: 0 the same but for case and separators, 1 nothing in common. */
export function likeness(left: string, right: string): number {
  const plainLeft = plain(left);
  const plainRight = plain(right);
  if (plainLeft === plainRight) return 0;
  const longest = Math.max(plainLeft.length, plainRight.length, 1);
  const edits = editDistance(plainLeft, plainRight) / longest;
  const isPart =
    Math.min(plainLeft.length, plainRight.length) >= 3 &&
    (plainLeft.includes(plainRight) || plainRight.includes(plainLeft));
  return isPart ? Math.min(edits, 0.4) : Math.min(edits, 1 - sharedWords(left, right) * 0.7);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function sharedWords(left: string, right: string): number {
  const words = (name: string) =>
    new Set(
      name
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((word) => word.length > 2),
    );
  const leftWords = words(left);
  const rightWords = words(right);
  const shared = [...leftWords].filter((word) => rightWords.has(word)).length;
  return shared / Math.max(leftWords.size, rightWords.size, 1);
}
