import { join } from 'node:path';
import { inTransaction, openDatabase } from '@auto-ops/runtime';
import { type Analyses, createAnalyses } from './analyses.ts';
import { type Audit, createAudit } from './audit.ts';
import { type Comments, createComments } from './comments.ts';
import { createDeadLetters, type DeadLetters } from './dead-letters.ts';
import { createDecisions, type Decisions } from './decisions.ts';
import { createFailingChecks, type FailingChecks } from './failing-checks.ts';
import { createFreezes, type Freezes } from './freezes.ts';
import { createIncidents, type Incidents } from './incidents.ts';
import { createJournal, type Journal } from './journal.ts';
import { createMaintenance, type Maintenance } from './maintenance.ts';
import { migrations } from './migrations.ts';
import { createOrigins, type Origins } from './origins.ts';
import { createReports, type Reports } from './reports.ts';
import { createRestoration, type Restoration } from './restoration.ts';

/** Everything the gateway keeps, in one file. */
export interface Store {
  readonly journal: Journal;
  readonly incidents: Incidents;
  readonly origins: Origins;
  readonly comments: Comments;
  readonly analyses: Analyses;
  readonly decisions: Decisions;
  readonly reports: Reports;
  readonly freezes: Freezes;
  readonly audit: Audit;
  readonly maintenance: Maintenance;
  readonly failingChecks: FailingChecks;
  readonly deadLetters: DeadLetters;
  readonly restoration: Restoration;
  /** All of `work` is kept, or nothing. */
  together<Result>(work: () => Result): Result;
  close(): void;
}

/** Opens `store.sqlite` in the data folder; `now` gives RFC 3339. */
export function openStore(folder: string, now: () => string): Store {
  const database = openDatabase(join(folder, 'store.sqlite'), migrations);
  const audit = createAudit(database, now);
  return {
    journal: createJournal(database),
    incidents: createIncidents(database, now),
    origins: createOrigins(database),
    comments: createComments(database, now),
    analyses: createAnalyses(database),
    decisions: createDecisions(database),
    reports: createReports(database),
    freezes: createFreezes(database),
    audit,
    maintenance: createMaintenance(database, now),
    failingChecks: createFailingChecks(database),
    deadLetters: createDeadLetters(database),
    restoration: createRestoration(database, audit, now),
    together: (work) => inTransaction(database, work),
    close: () => database.close(),
  };
}
