import type { Meaning } from '@auto-ops/connectors';
import { AutoOpsError } from '@auto-ops/contracts';
import { asAutoOpsError } from '@auto-ops/runtime';
import { cancelRun } from '../control/cancel-run.ts';
import { decide } from '../control/decide.ts';
import { hasRole } from '../control/has-role.ts';
import type { Identity, Role } from '../control/identity.ts';
import { verifySignature } from '../github/verify-signature.ts';
import { maySee } from '../routes/may-see.ts';
import type { PendingEntry } from '../store/journal.ts';
import type { Admission } from './admission.ts';
import { admitFromGitHub } from './admit-from-github.ts';
import type { IntakeParts } from './intake-parts.ts';

type CommandMeaning = Extract<Meaning, { kind: 'command' }>;

const roles: Readonly<Record<CommandMeaning['command']['verb'], Role>> = {
  approve: 'approver',
  reject: 'approver',
  cancel: 'approver',
  retry: 'reporter',
  investigate: 'reporter',
};

/** Who commands, known and with the role for it. Throws AUTHENTICATION_FAILED and PERMISSION_DENIED. */
function commander({ github }: IntakeParts, entry: PendingEntry, meaning: CommandMeaning): Identity {
  const { author, authorId, command } = meaning;
  // What lay in the journal is believed no more than what comes in. Ids carry nothing: their text was read from GitHub.
  if (entry.connector === 'github' && !verifySignature(github.secrets, entry.body, entry.signature ?? undefined))
    throw new AutoOpsError('AUTHENTICATION_FAILED', 'the signature of the delivery is not one of a present secret');
  const person = github.personOf(author);
  if (person === undefined)
    throw new AutoOpsError('AUTHENTICATION_FAILED', `github:${author} is nobody of AUTO_OPS_GITHUB_IDENTITIES`);
  // A login that its owner gave up may be somebody else's by now.
  if (!github.isGenuine(author, authorId))
    throw new AutoOpsError(
      'AUTHENTICATION_FAILED',
      `github:${author} has the number ${authorId}, and AUTO_OPS_GITHUB_IDENTITIES another one`,
    );
  const role = roles[command.verb];
  if (!hasRole(person, role)) throw new AutoOpsError('PERMISSION_DENIED', `${person.name} lacks the role ${role}`);
  return person;
}

function investigate(parts: IntakeParts, meaning: CommandMeaning, person: Identity): Admission {
  const { origin, report, askers } = meaning;
  const namespaces = parts.github.namespacesOf(origin.repository) ?? [];
  const isWithin = namespaces.length > 0 && namespaces.every((name) => person.namespaces.includes(name));
  if (person.namespaces.length > 0 && !isWithin)
    throw new AutoOpsError(
      'PERMISSION_DENIED',
      `${person.name} may not ask about the namespaces of ${origin.repository}`,
    );
  return admitFromGitHub(parts, report, origin, askers);
}

/** Does what is told about an incident, inside one transaction. */
function act(parts: IntakeParts, meaning: CommandMeaning, person: Identity, id: string): string {
  const { store, now } = parts;
  const { verb, hash } = meaning.command;
  const { run } = store.incidents.get(id);
  const reason = `a comment on ${meaning.origin.repository}#${meaning.origin.number}`;
  if (verb === 'retry') {
    store.audit.append({ actor: person.name, kind: 'incident-retried', subject: id, detail: { channel: 'github' } });
    return `${person.name} runs it again as ${store.incidents.retry(id)}`;
  }
  const proposed = store.decisions.proposal(run)?.planHash;
  // The beginning of a hash is enough where it is that of the plan of this very incident; any other is refused as what it is.
  const planHash = hash === undefined || proposed?.startsWith(hash) === true ? (proposed ?? '') : hash;
  const verdict = verb === 'approve' ? 'approved' : verb === 'reject' ? 'rejected' : 'cancelled';
  const result = decide(parts, run, { verdict, planHash, reason, channel: 'github' }, person, now());
  return `${verdict} by ${person.name}, ${result.votes} of ${result.needed}`;
}

/**
 * Obeys a command if its author may give it, and gives what is to be done inside the transaction that settles the delivery. A command that
 * may not be given is refused: in the audit and in the log. Throws what passes by, such as an engine that cannot be reached.
 */
export async function obeyCommand(
  parts: IntakeParts,
  entry: PendingEntry,
  meaning: CommandMeaning,
): Promise<() => Admission> {
  const { store, github, logger } = parts;
  const { author, command, origin } = meaning;
  const place = `${origin.repository}#${origin.number}`;
  const incident = store.origins.incidentOf(origin.repositoryId, origin.number ?? 0);

  function refused(error: unknown): Admission {
    const { code, message, exit } = asAutoOpsError(error);
    if (exit === 75 || exit === 1) throw error;
    const actor = github.personOf(author)?.name ?? `github:${author}`;
    const detail = { command: command.verb, place, delivery: entry.id, code, reason: message };
    store.audit.append({ actor, kind: 'command-refused', subject: incident ?? place, detail });
    logger.warn({ delivery: entry.id, incident, actor, command: command.verb, code }, `command refused: ${message}`);
    return { state: 'filtered', incident, reason: `refused: ${code}: ${message}` };
  }

  function attempt(work: () => Admission): Admission {
    try {
      return store.together(work);
    } catch (error) {
      return refused(error);
    }
  }

  try {
    const person = commander(parts, entry, meaning);
    if (command.verb === 'investigate') return () => attempt(() => investigate(parts, meaning, person));
    if (incident === undefined)
      return () => ({ state: 'filtered', incident: undefined, reason: `no incident belongs to ${place}` });
    const record = store.incidents.get(incident);
    if (!maySee(person, record))
      throw new AutoOpsError('PERMISSION_DENIED', `${person.name} may not see incident ${incident}`);
    if (command.verb === 'cancel' && store.decisions.proposal(record.run) === undefined) {
      await cancelRun(parts, record, person.name, `a comment on ${place}`);
      return () => ({ state: 'grouped', incident, reason: `cancelled by ${person.name}` });
    }
    return () => attempt(() => ({ state: 'grouped', incident, reason: act(parts, meaning, person, incident) }));
  } catch (error) {
    return () => refused(error);
  }
}
