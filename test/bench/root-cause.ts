import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Analysis } from '@auto-ops/contracts';
import { diagnose } from '@auto-ops/diagnosis';
import { readBundle } from '@auto-ops/workspace';

/** The answer to one incident. */
interface Expected {
  readonly root_cause_commit: string;
  readonly first_failing_service: string;
  readonly blast_radius: readonly string[];
  readonly decoy_deploy_commits: readonly string[];
  readonly difficulty: string;
  readonly commitOf: Readonly<Record<string, string>>;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: 'boolean', short: 'v' }, without: { type: 'string', default: '' } },
});
const [folder] = positionals;
if (folder === undefined || !existsSync(join(folder, 'expected.json'))) {
  process.stderr.write(
    'usage: node test/bench/root-cause.ts <folder with bundles/ and expected.json> [--without metric,log,…] [--verbose]\n',
  );
  process.exit(2);
}
const { cases } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
  cases: Record<string, Expected>;
};
const left = new Set(values.without.split(','));
const totals = { cases: 0, exact: 0, decoys: 0, guilty: 0, first: 0, firstThree: 0, service: 0, blast: 0, points: 0 };

for (const name of readdirSync(join(folder, 'bundles')).sort()) {
  const expected = cases[name];
  if (expected === undefined) continue;
  const bundle = await readBundle(join(folder, 'bundles', name));
  // Evidence of some kind left out: an answer that rests on one kind alone shows.
  const evidence = bundle.evidence.filter(({ kind }) => !left.has(kind));
  const analysis = diagnose({ manifest: bundle.manifest, evidence });
  grade(name, analysis, expected);
}
const { guilty } = totals;
process.stdout.write(
  `exact ${totals.exact}/${totals.cases}, decoy accused ${totals.decoys}, guilty first ${totals.first}/${guilty}, among first three ${totals.firstThree}/${guilty}, ` +
    `service ${totals.service}/${totals.cases}, blast radius ${totals.blast}/${totals.cases}, points ${totals.points.toFixed(1)}/${totals.cases}\n`,
);

function grade(name: string, analysis: Analysis, expected: Expected): void {
  const commit = (id: string) => expected.commitOf[id] ?? id.replace(/^commit:/, '');
  const accused = [...new Set((analysis.causes[0]?.changes ?? []).map(commit))];
  const ranking = [
    ...new Set([
      ...accused,
      ...analysis.suspectChanges.map(({ id }) => commit(id)),
      ...analysis.causes.slice(1).flatMap(({ changes }) => changes.map(commit)),
    ]),
  ];
  const isNone = expected.root_cause_commit === 'none';
  const isExact = isNone ? accused.length === 0 : accused[0] === expected.root_cause_commit;
  const isDecoy = accused.some((id) => expected.decoy_deploy_commits.includes(id));
  const place = ranking.indexOf(expected.root_cause_commit) + 1;
  const isService = analysis.causes[0]?.subject.name === expected.first_failing_service;
  const affected = analysis.affected.map((subject) => subject.name).sort();
  const isBlast = affected.join() === [...expected.blast_radius].sort().join();
  totals.cases += 1;
  totals.exact += Number(isExact);
  totals.decoys += Number(isDecoy);
  totals.service += Number(isService);
  totals.blast += Number(isBlast);
  totals.points += isDecoy ? 0 : isExact ? 1 : 0.25 * Number(isService) + 0.25 * Number(isBlast);
  if (!isNone) {
    totals.guilty += 1;
    totals.first += Number(place === 1);
    totals.firstThree += Number(place >= 1 && place <= 3);
  }
  const cause = analysis.causes[0];
  process.stdout.write(
    `${name} ${expected.difficulty.padEnd(6)} ${isExact ? 'exact' : isDecoy ? 'DECOY' : '-    '} place ${isNone ? 'none' : place} ${analysis.verdict} ${cause === undefined ? 'no cause' : `${cause.code} ${cause.subject.name} ${cause.confidence}`}` +
      ` (expected ${expected.first_failing_service}); affected ${affected.join(',')} (expected ${[...expected.blast_radius].sort().join(',')})\n`,
  );
  if (values.verbose !== true) return;
  process.stdout.write(`    guilty ${expected.root_cause_commit}\n`);
  for (const { id, score, reasons } of analysis.suspectChanges.slice(0, 6)) {
    const mark =
      commit(id) === expected.root_cause_commit ? '*' : expected.decoy_deploy_commits.includes(commit(id)) ? 'x' : ' ';
    process.stdout.write(`  ${mark} ${score} ${id.slice(0, 30)} ${reasons.join(' | ')}\n`);
  }
  process.stdout.write(`    ${analysis.summary}\n`);
}
