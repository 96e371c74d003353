import type { Engine } from '@auto-ops/contracts';
import type { Logger } from '@auto-ops/runtime';
import type { DecisionKey } from '../control/decision-key.ts';
import type { TokenDirectory } from '../control/token-directory.ts';
import type { GitHubSettings } from '../github/github-settings.ts';
import type { Store } from '../store/open-store.ts';
import type { BundleLibrary } from './bundle-library.ts';

/** What deliveries are settled with. */
export interface IntakeParts {
  readonly store: Store;
  readonly engine: Engine;
  readonly library: BundleLibrary;
  readonly directory: TokenDirectory;
  readonly github: GitHubSettings;
  readonly key: DecisionKey;
  readonly cluster: string | undefined;
  readonly logger: Logger;
  readonly now: () => string;
}
