/** Any object; `place` is `namespace/name`, or a name where the kind has no namespace. */
export function object(
  apiVersion: string,
  kind: string,
  place: string,
  rest: Readonly<Record<string, unknown>> = {},
  labels: Readonly<Record<string, string>> = {},
) {
  const [name = '', namespace] = place.split('/').reverse();
  return { apiVersion, kind, metadata: { name, ...(namespace === undefined ? {} : { namespace }), labels }, ...rest };
}
