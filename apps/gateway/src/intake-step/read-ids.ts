import { parseArgs } from 'node:util';
import { AutoOpsError, GitHubIds } from '@auto-ops/contracts';

const text = { type: 'string' } as const;
const options = {
  event: text,
  repository: text,
  number: text,
  comment: text,
  before: text,
  after: text,
  delivery: text,
};

function wordsOf(argv: readonly string[]): Record<string, string | undefined> {
  try {
    return { ...parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values };
  } catch (cause) {
    throw new AutoOpsError('USAGE_INVALID', (cause as Error).message, {
      cause,
      hint: `Give ${Object.keys(options)
        .map((name) => `--${name}`)
        .join(', ')}, each with a value.`,
    });
  }
}

/** A number in digits alone; anything else is no id. */
function idOf(word: string): number {
  return /^\d{1,16}$/.test(word) ? Number(word) : Number.NaN;
}

/** Reads the ids of an event from the arguments of `intake`; what an event does not have may be left out. Throws USAGE_INVALID and DOCUMENT_INVALID. */
export function readIds(argv: readonly string[]): GitHubIds {
  const { event, repository = '', number = '0', comment = '0', before = '0', after = '0', delivery } = wordsOf(argv);
  const parsed = GitHubIds.safeParse({
    schemaVersion: 1,
    event,
    repository: idOf(repository),
    number: idOf(number),
    comment: idOf(comment),
    before,
    after,
    delivery: delivery?.toLowerCase(),
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AutoOpsError('DOCUMENT_INVALID', `--${issue?.path.join('.')}: ${issue?.message}`, {
    hint: 'Ids are digits, commits hexadecimal, and the delivery is what X-GitHub-Delivery says.',
  });
}
