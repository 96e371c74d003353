import type { z } from 'zod';

/** What a configuration field says about its environment variable, in `.meta()` of its schema. */
export interface VariableMeta {
  /** The variable's name, `AUTO_OPS_…`. */
  readonly env: string;
  readonly description: string;
  /** Shown masked, never logged, and readable from the file that `<env>_FILE` names. */
  readonly secret?: boolean;
  /** A path; the engine makes it absolute, because a step runs in a folder of its own. */
  readonly isPath?: boolean;
  /** The steps or zones of the app that get it; all of them where absent. */
  readonly zones?: readonly string[];
}

/** One environment variable of an app. */
export interface Variable extends VariableMeta {
  readonly field: string;
  /** The default as text; absent where the variable is required or has none. */
  readonly default?: string;
  readonly required: boolean;
}

/** A configuration schema: one object whose fields each name their variable. */
export type ConfigurationSchema = z.ZodObject;
