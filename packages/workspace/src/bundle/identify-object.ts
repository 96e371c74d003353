type Fields = Record<string, unknown>;

/**
 * Gives an object that came out of a list, where the API leaves out what all have in common, the identity its subject names. What
 * nobody names is empty: a partial object says little, and is no reason to refuse the bundle.
 */
export function identifyObject(item: Fields): Fields {
  const body = fieldsOf(item.body);
  const object = fieldsOf(body?.object);
  if (item.kind !== 'object' || body === undefined || object === undefined) return item;
  const { apiVersion = '', kind = '', name = '', namespace } = fieldsOf(item.subject) ?? {};
  const metadata = { name, ...(namespace === undefined ? {} : { namespace }), ...fieldsOf(object.metadata) };
  return { ...item, body: { ...body, object: { apiVersion, kind, ...object, metadata } } };
}

function fieldsOf(value: unknown): Fields | undefined {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : undefined;
}
