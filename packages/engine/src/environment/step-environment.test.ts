import { expect, it } from 'vitest';
import { stepVariables } from './generated.ts';
import { stepEnvironment } from './step-environment.ts';

const everything = Object.fromEntries(stepVariables.map((variable) => [variable.env, 'set']));

it('gives a zone its variables and no other app any of them', () => {
  const zoned = stepVariables.find((variable) => variable.zones !== null && variable.zones.length === 1);
  const zone = zoned?.zones?.[0] ?? '';

  expect(stepEnvironment(`auto-ops-${zoned?.app}-${zone}`, everything)).toHaveProperty(zoned?.env ?? '');
  expect(stepEnvironment(`auto-ops-${zoned?.app}`, everything)).not.toHaveProperty(zoned?.env ?? '');
});

it('gives nothing for a name it does not know, and nothing that is not set', () => {
  expect(stepEnvironment('somebody-else', { ...everything, HOME: '/root' })).toEqual({});
  expect(stepEnvironment('auto-ops-analyst', {})).toEqual({});
});
