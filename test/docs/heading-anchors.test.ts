import { expect, test } from 'vitest';
import { headingAnchors } from './heading-anchors.ts';

test('makes the anchors that GitHub makes', () => {
  const markdown =
    '# `npm start`\n## What it does, and why\n```\n# a comment\n```\n## See [the map](map.md)\n## Why\n## Why\n';

  const anchors = [...headingAnchors(markdown)];

  expect(anchors).toEqual(['npm-start', 'what-it-does-and-why', 'see-the-map', 'why', 'why-1']);
});
