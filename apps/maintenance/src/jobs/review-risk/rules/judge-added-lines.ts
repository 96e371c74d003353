import type { ActionClass } from '@auto-ops/contracts';
import { addedLines } from '../changes/added-lines.ts';
import type { Finding, Rule } from './rule.ts';

interface Row {
  readonly code: string;
  readonly class: ActionClass;
  /** The files it is about. */
  readonly path: RegExp;
  readonly line: RegExp;
  readonly text: string;
}

const pipeline = /^\.github\/(workflows|actions)\/.*\.ya?ml$/i;
const recipe = /(^|\/)(Dockerfile[^/]*|Containerfile|[^/]+\.Dockerfile)$/i;
const migration = /(^|\/)(db\/)?(migrations?|migrate|alembic|flyway|liquibase|changelogs?)\/|\.sql$/i;

const rows: readonly Row[] = [
  {
    code: 'pipeline-trigger-unsafe',
    class: 'R4',
    path: pipeline,
    line: /^\s*(?:-\s*|on:.*\b)?pull_request_target\b|^\s*(?:-\s*)?workflow_run\s*:/,
    text: 'strangers may start it with the rights of the repository',
  },
  {
    code: 'pipeline-rights-widened',
    class: 'R4',
    path: pipeline,
    line: /^\s*permissions:\s*write-all\b|^\s*[a-z-]{2,30}:\s*write\s*(#.*)?$/,
    text: 'its token may write',
  },
  {
    code: 'pipeline-action-unpinned',
    class: 'R3',
    path: pipeline,
    line: /^\s*(?:-\s*)?uses:\s*["']?(?!\.\/|docker:\/\/[^@]+@sha256:)[^\s@"']+(?:@(?![0-9a-f]{40}\b)|["']?\s*$)/,
    text: 'code of others that may be other code tomorrow',
  },
  {
    code: 'image-unpinned',
    class: 'R3',
    path: recipe,
    line: /^\s*FROM\s+(?:--\S+\s+)*(?!scratch\b)(?![^\s$]*@sha256:)(?:[^\s:$@]+(?::\d+\/[^\s:$@]+)?(?:\s|$)|\S+:(?:latest|main|master|edge|nightly)(?:\s|$))/i,
    text: 'the image it is made from may be another tomorrow',
  },
  {
    code: 'image-runs-as-root',
    class: 'R3',
    path: recipe,
    line: /^\s*USER\s+(root|0)(:|\s|$)/i,
    text: 'it runs as root',
  },
  {
    code: 'image-runs-download',
    class: 'R3',
    path: recipe,
    line: /\b(?:curl|wget)\b[^|]{0,2000}\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\b|^\s*ADD\s+https?:/i,
    text: 'something is fetched and run, or added, unseen',
  },
  {
    code: 'data-destroyed',
    class: 'R4',
    path: migration,
    line: /\b(?:drop\s+(?:table|database|schema|column|type|materialized\s+view)|truncate(?:\s+table)?\s+\w|delete\s+from\s+[\w."`]+\s*(?:;\s*)?$)|\b(?:drop_?table|drop_?column|remove_?column|delete_?model|remove_?field|drop_?collection|op\.drop_\w+)\s*\(|\b(?:drop_table|remove_column|drop_column)\s+:/i,
    text: 'data is gone after it, and no roll back brings it back',
  },
  {
    code: 'schema-altered',
    class: 'R3',
    path: migration,
    line: /\balter\s+(?:table|type|database)\b|\brename\s+(?:table|column)\b|\bcreate\s+unique\s+index\b|\b(?:alter_?column|rename_?column|rename_?table|change_?column|alter_?field)\b/i,
    text: 'programs of the old version may not work with it',
  },
  {
    code: 'migration-changed',
    class: 'R2',
    path: migration,
    line: /\bcreate\s+(?:table|index|view|type)\b|\binsert\s+into\b|\bupdate\s+\S+\s+set\b|\b(?:create_?table|add_?column|create_?index)\b/i,
    text: 'a migration runs',
  },
];

const longestLine = 5000;

/** What lines say that a change adds, in files of a kind: the first of each code in a file. */
export const judgeAddedLines: Rule = ({ files }) =>
  files.flatMap((file) => {
    const own = rows.filter((row) => row.path.test(file.path));
    if (own.length === 0 || file.after === undefined) return [];
    const lines = addedLines(file);
    return own.flatMap((row): Finding[] => {
      const found = lines.find(({ text }) => row.line.test(text.slice(0, longestLine)));
      return found === undefined
        ? []
        : [{ code: row.code, class: row.class, path: file.path, line: found.line, text: row.text }];
    });
  });
