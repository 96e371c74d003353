import { causeList } from '@auto-ops/contracts';
import { expect, test } from 'vitest';
import { manualSteps } from './manual-steps.ts';

test.each(causeList.map((cause) => cause.code))('%s tells a person what to do, and about what', (code) => {
  const steps = manualSteps({ code, subject: { kind: 'Deployment', namespace: 'shop', name: 'cart' } });

  expect(steps.length).toBeGreaterThan(0);
  expect(steps.join(' ')).not.toMatch(/[{}]/);
});
