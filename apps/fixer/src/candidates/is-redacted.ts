/** Whether a value was replaced by a redaction tag or mask, so that it must not be written anywhere. */
export function isRedacted(value: unknown): boolean {
  return /\[(?:secret|redacted)[:\]]|^\*{3,}$|^sha256:[0-9a-f]{64}$/.test(
    typeof value === 'string' ? value : JSON.stringify(value ?? null),
  );
}
