import { createRedactor } from '@auto-ops/redaction';
import { editsOf } from '../review/edits-of.ts';
import type { Opinion, ReviewCheck } from '../review/review-check.ts';
import type { ReviewInput } from '../review/review-input.ts';

/** Nothing the plan adds is a secret: no line of the new texts, no argument of an action. */
export const secrets: ReviewCheck = {
  name: 'secrets',
  run(input) {
    const added = addedTexts(input);
    return added.map(({ action, where, text }): Opinion => {
      const redactor = createRedactor({ cryptography: input.cryptography });
      redactor.text(text);
      // A mail address may stand in a manifest; it is no secret.
      const found =
        [...redactor.counts.keys()].some((name) => name !== 'mail') || /\[(?:secret|redacted)[:\]]/.test(text);
      return found
        ? { action, result: 'failed', detail: `${where} would hold a secret, or the tag that stands for one.` }
        : { action, result: 'passed', detail: `No secret in ${where}.` };
    });
  },
};

function addedTexts({
  plan,
}: ReviewInput): readonly { readonly action: string; readonly where: string; readonly text: string }[] {
  const fromEdits = editsOf(plan).flatMap(({ action, edits }) =>
    edits.map((edit) => {
      const known = new Set((edit.oldText ?? '').split('\n'));
      const text = edit.newText.split('\n').filter((line) => !known.has(line));
      return { action: action.id, where: edit.path, text: text.join('\n') };
    }),
  );
  const fromArguments = plan.actions
    .filter((action) => action.type !== 'edit-source')
    .map((action) => {
      const name = action.arguments.name;
      const value = action.arguments.value;
      const text =
        typeof name === 'string' && typeof value === 'string' ? `${name}=${value}` : JSON.stringify(action.arguments);
      return { action: action.id, where: `the arguments of ${action.id}`, text };
    });
  return [...fromEdits, ...fromArguments];
}
