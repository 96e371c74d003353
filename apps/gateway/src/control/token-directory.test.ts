import { expect, it } from 'vitest';
import { createTokenDirectory } from './token-directory.ts';

const [one, two] = ['token-number-one-of-two', 'token-number-two-of-two'];

it('knows each person by their own token and name', () => {
  const directory = createTokenDirectory(`# people\nada approver,reporter ${one} shop,bank\n\nroot admin ${two}`);

  expect(directory.identify(one)).toEqual({
    name: 'ada',
    roles: ['approver', 'reporter'],
    namespaces: ['shop', 'bank'],
  });
  expect(directory.identify('token-number-three-of-two')).toBeUndefined();
  expect(directory.named('root')?.roles).toEqual(['admin']);
});

it.each([
  ['a short token', 'ada admin short'],
  ['an unknown role', `ada owner ${one}`],
  ['too many words', `ada admin ${one} shop bank`],
  ['a name twice', `ada admin ${one}\nada viewer ${two}`],
  ['a token twice', `ada admin ${one}\nbob viewer ${one}`],
  ['the name that policy signs with', `policy approver ${one}`],
])('refuses %s without saying the token', (_, text) => {
  const attempt = () => createTokenDirectory(text);

  expect(attempt).toThrowError(expect.objectContaining({ code: 'CONFIGURATION_INVALID' }));
  expect(attempt).not.toThrowError(one);
});
