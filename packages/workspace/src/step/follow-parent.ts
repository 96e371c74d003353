/**
 * Ends this process at once when the engine that started it dies: the engine holds the other end of stdin and never writes.
 * A step is idempotent, so an abrupt end is safe; an orphan beside a restarted engine is not.
 */
export function followParent(): void {
  process.stdin.on('end', () => process.exit(75));
  process.stdin.on('error', () => process.exit(75));
  process.stdin.resume();
  // The pipe must not keep a finished step alive.
  (process.stdin as { unref?(): void }).unref?.();
}
