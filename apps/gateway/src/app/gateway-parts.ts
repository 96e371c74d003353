import type { Engine } from '@auto-ops/contracts';
import type { KnowledgeIndex } from '@auto-ops/knowledge';
import type { Logger } from '@auto-ops/runtime';
import type { Config } from '../config.ts';
import type { Controller } from '../control/controller.ts';
import type { DecisionKey } from '../control/decision-key.ts';
import type { MaintenanceController } from '../control/maintenance-controller.ts';
import type { TokenDirectory } from '../control/token-directory.ts';
import type { ClusterView } from '../engine/cluster-view.ts';
import type { GitHubSettings } from '../github/github-settings.ts';
import type { Store } from '../store/open-store.ts';

/** What the routes work with. */
export interface GatewayParts {
  readonly config: Config;
  readonly store: Store;
  readonly engine: Engine;
  readonly controller: Controller;
  readonly maintenance: Pick<MaintenanceController, 'kick'>;
  readonly knowledge: KnowledgeIndex;
  /** Absent where runs are processes of this machine. */
  readonly cluster?: ClusterView | undefined;
  readonly key: DecisionKey;
  readonly directory: TokenDirectory;
  readonly github: GitHubSettings;
  readonly logger: Logger;
  readonly now: () => string;
  /** The folder of a run. */
  readonly runFolder: (run: string) => string;
}
