import type { JsonValue } from '@auto-ops/contracts';
import { Document, isScalar, type Node, Scalar } from 'yaml';

/** A value as YAML on one line, quoted like the scalar it replaces where that is possible. */
export function renderInline(value: JsonValue, like?: Node | null, padded = false): string {
  const document = new Document(value, { schema: 'core' });
  if (isScalar(document.contents) && isScalar(like) && typeof value === 'string') {
    if (like.type === Scalar.QUOTE_DOUBLE || like.type === Scalar.QUOTE_SINGLE) document.contents.type = like.type;
  }
  const contents = document.createNode(value, { flow: true });
  if (!isScalar(document.contents)) document.contents = contents as never;
  return document.toString({ lineWidth: 0, flowCollectionPadding: padded, collectionStyle: 'any' }).trimEnd();
}
