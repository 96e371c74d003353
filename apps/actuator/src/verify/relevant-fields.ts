// Which part of the subject (or of what it refers to) a fix of that cause must change. What is not listed may be anywhere.
const fields: readonly (readonly [RegExp, RegExp])[] = [
  [/^image-/, /\.image$/],
  [/^probe-/, /(Probe\.|\.ports\.|command|args)/],
  [/^command-/, /\.(command|args|image)(\.|$)/],
  [/^out-of-memory$/, /\.(resources|env|args)\./],
  [
    /^unschedulable-|^limit-range-|^quota-/,
    /\.(resources|nodeSelector|affinity|tolerations|replicas)(\.|$)|^(spec\.)?replicas$/,
  ],
  [/^(config|secret)/, /\.(env|envFrom|volumes)\.|^data\.|^binaryData\.|^stringData\./],
  [/^service-account-missing$/, /\.serviceAccount(Name)?$|^$/],
  [/^selector-/, /selector|labels/],
  [/^target-port-/, /\.(ports|targetPort)(\.|$)/],
  [/^ingress-/, /rules|defaultBackend|^$/],
];

/** Whether a change of the field at that dotted path can be what takes a cause of that code away. */
export function isRelevantField(code: string, path: string): boolean {
  const known = fields.find(([codes]) => codes.test(code));
  return known === undefined || known[1].test(path);
}
