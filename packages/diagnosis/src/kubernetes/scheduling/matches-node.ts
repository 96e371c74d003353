import { labelsField } from '../../fields/labels-field.ts';
import { textField } from '../../fields/text-field.ts';
import { listAt } from '../fields/list-at.ts';
import { matchesExpression } from '../names/matches-expression.ts';
import { matchesLabels } from '../names/matches-labels.ts';

/** Whether a node carries what the pod's nodeSelector and required node affinity ask for. */
export function matchesNode(pod: unknown, node: unknown): boolean {
  const labels = { ...labelsField(node, 'metadata', 'labels') };
  if (!matchesLabels(labelsField(pod, 'spec', 'nodeSelector'), labels)) return false;
  const terms = listAt(
    pod,
    'spec',
    'affinity',
    'nodeAffinity',
    'requiredDuringSchedulingIgnoredDuringExecution',
    'nodeSelectorTerms',
  );
  const name = textField(node, 'metadata', 'name') ?? '';
  return (
    terms.length === 0 ||
    terms.some(
      (term) =>
        listAt(term, 'matchExpressions').every((expression) => matchesExpression(expression, labels)) &&
        listAt(term, 'matchFields').every((expression) => matchesExpression(expression, { 'metadata.name': name })),
    )
  );
}
