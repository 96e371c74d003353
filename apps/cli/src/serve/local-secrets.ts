import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Secrets of a gateway on one's own machine, kept in its data folder, readable by its owner alone. */
export interface LocalSecrets {
  /** The file for AUTO_OPS_TOKENS_FILE. */
  readonly tokensFile: string;
  /** The file for AUTO_OPS_HOOK_TOKENS_FILE. */
  readonly hookTokensFile: string;
  readonly hookToken: string;
  /** Token of `demo-approver`, for the sample that approves by itself. */
  readonly demoToken: string | undefined;
}

function kept(file: string, make: () => string): string {
  if (!existsSync(file)) {
    writeFileSync(file, `${make()}\n`, { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return readFileSync(file, 'utf8').trim();
}

const random = () => randomBytes(24).toString('base64url');

/** Makes the secrets at the first start and reads them at later ones. The command line finds its own token in `token`. */
export function localSecrets(folder: string, withDemoApprover: boolean): LocalSecrets {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const operator = kept(join(folder, 'token'), random);
  const demoToken = withDemoApprover ? kept(join(folder, 'demo-token'), random) : undefined;
  const tokensFile = join(folder, 'tokens');
  const lines = [
    `operator admin,approver ${operator}`,
    ...(demoToken === undefined ? [] : [`demo-approver approver ${demoToken}`]),
  ];
  writeFileSync(tokensFile, `${lines.join('\n')}\n`, { mode: 0o600 });
  const hookTokensFile = join(folder, 'hook-token');
  return { tokensFile, hookTokensFile, hookToken: kept(hookTokensFile, random), demoToken };
}
