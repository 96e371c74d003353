import type { GitHubReader } from '@auto-ops/connectors';
import type { Identity } from '../control/identity.ts';

/** What the gateway knows of GitHub. */
export interface GitHubSettings {
  /** Secrets of the webhook; none: there is no hook. */
  readonly secrets: readonly string[];
  readonly label: string;
  /** The namespaces of a repository (`owner/name`), none where it is not bounded; undefined where it does not count. */
  namespacesOf(repository: string): readonly string[] | undefined;
  /** The person of a login; undefined for everybody else. */
  personOf(login: string): Identity | undefined;
  /** Whether an account may speak for the person of its login: where a number is configured it has to be that account's. */
  isGenuine(login: string, id: number | undefined): boolean;
  readonly reader: GitHubReader;
}
