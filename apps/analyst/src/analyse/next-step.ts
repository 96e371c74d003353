import type { Analysis, Incident } from '@auto-ops/contracts';

/** Which step an Analysis leads to: another look once, a fix where there is a cause, the report elsewhere. */
export function nextStep(
  { verdict, request }: Pick<Analysis, 'verdict' | 'request'>,
  { mode, round }: { readonly mode: Incident['mode']; readonly round: number },
): 'collect' | 'fix' | 'report' {
  if (request !== undefined && mode === 'live' && round === 1 && verdict !== 'no-fault') return 'collect';
  return verdict === 'identified' || verdict === 'suspected' ? 'fix' : 'report';
}
