import { canonicalJson, type Decision } from '@auto-ops/contracts';

/** The text a decision's signature is over: everything but the signature, in one form. */
export function decisionText(decision: Omit<Decision, 'signature'> & { readonly signature?: string }): string {
  const { signature: _signature, ...signed } = decision;
  return canonicalJson(signed);
}
