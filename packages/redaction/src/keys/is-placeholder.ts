const reference = /^(?:\$\(|\$\{|\$[A-Za-z_]|\{\{|<|%[sdv(]|\[secret:|\[redacted)/i;
const masked = /^(?:[*xX.•-]{2,}|(?:[A-Z]*_?)?REDACTED|hidden|masked)$/i;
const empty =
  /^(?:|true|false|yes|no|null|nil|none|undefined|unset|empty|~|\{\}?|\[\]?|bearer|basic|digest|negotiate)$/i;

/** Whether a value only stands for a secret (a reference, a mask, nothing) or is already a tag. */
export function isPlaceholder(value: string): boolean {
  return reference.test(value) || masked.test(value) || empty.test(value);
}
