import type { Environment } from '@auto-ops/runtime';
import type { Config } from '../config.ts';

/** A positional argument of a command. */
export interface CommandArgument {
  readonly name: string;
  readonly summary: string;
  readonly required: boolean;
  /** Takes all remaining words. */
  readonly variadic?: boolean;
}

/** An option of a command; `flags` as commander reads them, for example `--alert <file>`. */
export interface CommandOption {
  readonly flags: string;
  readonly summary: string;
}

/** What a command is given. */
export interface CommandCall {
  /** The positional words, in order; a variadic argument has all of its words here. */
  readonly words: readonly string[];
  /** Values by the option's long name in camel case; a flag is `true`. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly output: 'text' | 'json' | 'ndjson' | 'yaml' | 'env';
  readonly config: Config;
  readonly environment: Environment;
  /** The answer, to stdout. */
  print(text: string): void;
  /** Everything else, to stderr. */
  note(text: string): void;
}

/** One command of `auto-ops`; help, the reference page and the parser come from it. */
export interface CommandDefinition {
  /** Its words, for example `incident approve`. */
  readonly path: string;
  readonly summary: string;
  readonly arguments?: readonly CommandArgument[];
  readonly options?: readonly CommandOption[];
  /** What may be asked with `--output`, the default first. */
  readonly outputs: readonly CommandCall['output'][];
  readonly example: string;
  /** Resolves to the exit code, 0 where it gives none. */
  run(call: CommandCall): Promise<number | undefined>;
}
