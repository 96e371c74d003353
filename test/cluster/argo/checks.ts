/** Runs checks one after the other, says how each ended, and counts. */
export interface Checks {
  /** A check passes unless it throws; what it returns is printed beside it. */
  check(title: string, look: () => Promise<string | undefined>): Promise<boolean>;
  skip(title: string, why: string): void;
  readonly counts: { passed: number; failed: number; skipped: number };
}

/** Checks that are reported on standard output, a line each. */
export function createChecks(): Checks {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  return {
    counts,
    async check(title, look) {
      const started = performance.now();
      try {
        const said = await look();
        counts.passed += 1;
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        process.stdout.write(`passed  ${title} (${seconds} s)${said ? `: ${said}` : ''}\n`);
        return true;
      } catch (error) {
        counts.failed += 1;
        process.stdout.write(`FAILED  ${title}: ${(error as Error).message}\n`);
        return false;
      }
    },
    skip(title, why) {
      counts.skipped += 1;
      process.stdout.write(`skipped ${title}: ${why}\n`);
    },
  };
}
