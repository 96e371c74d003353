type Fields = Record<string, unknown>;

/** Gives an object that came out of a list, where the API leaves out what all have in common, the identity its subject names. */
export function identifyObject(item: Fields): Fields {
  const body = fieldsOf(item.body);
  const object = fieldsOf(body?.object);
  const subject = fieldsOf(item.subject);
  if (item.kind !== 'object' || body === undefined || object === undefined || subject === undefined) return item;
  const { apiVersion, kind, name, namespace } = subject;
  const metadata = { name, ...(namespace === undefined ? {} : { namespace }), ...fieldsOf(object.metadata) };
  return { ...item, body: { ...body, object: { apiVersion, kind, ...object, metadata } } };
}

function fieldsOf(value: unknown): Fields | undefined {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : undefined;
}
