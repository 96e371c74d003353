import { afterEach, beforeEach } from 'vitest';

const methods = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;

/**
 * Makes every test that writes to the console fail with what it wrote; call it once in a vitest set-up file.
 */
export function guardConsole(): void {
  let stray: string[] = [];
  let restore: (() => void)[] = [];

  beforeEach(() => {
    stray = [];
    restore = methods.map((method) => {
      const original = console[method];
      console[method] = (...values: unknown[]) => {
        stray.push(`console.${method}: ${values.map(String).join(' ')}`);
      };
      return () => {
        console[method] = original;
      };
    });
  });

  afterEach(() => {
    for (const undo of restore) undo();
    if (stray.length > 0) throw new Error(`The test wrote to the console:\n${stray.join('\n')}`);
  });
}
