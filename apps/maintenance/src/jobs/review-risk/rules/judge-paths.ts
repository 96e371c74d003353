import type { ActionClass } from '@auto-ops/contracts';
import { isForbiddenPath } from '@auto-ops/policy';
import type { ChangedFile } from '../changes/changed-file.ts';
import type { Finding, Rule } from './rule.ts';

type Row = readonly [code: string, actionClass: ActionClass, pattern: RegExp, text: string];

const rows: readonly Row[] = [
  ['owners-changed', 'R4', /(^|\/)CODEOWNERS$/i, 'who has to agree to changes'],
  [
    'pipeline-changed',
    'R3',
    /^\.github\/(workflows|actions)\/|^\.gitlab-ci\.yml$|^\.gitlab\/|^\.(circleci|buildkite)\/|(^|\/)(azure-pipelines\.yml|Jenkinsfile|\.drone\.yml|bitbucket-pipelines\.yml)$/i,
    'what runs in CI, with its rights',
  ],
  [
    'dependencies-changed',
    'R2',
    /(^|\/)(package(-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|go\.(mod|sum)|Cargo\.(toml|lock)|(poetry|uv|Gemfile|composer)\.lock|requirements[\w.-]*\.txt|pyproject\.toml|pom\.xml|build\.gradle(\.kts)?|Gemfile|composer\.json|Chart\.(yaml|lock))$/i,
    'which code of others comes in',
  ],
  [
    'image-recipe-changed',
    'R2',
    /(^|\/)(Dockerfile[^/]*|Containerfile|[^/]+\.Dockerfile)$/i,
    'what an image is made of',
  ],
  [
    'infrastructure-changed',
    'R3',
    /\.(tf|tfvars|hcl)$|(^|\/)Pulumi\.ya?ml$/i,
    'infrastructure, which a plan would show',
  ],
];
const documentation = /\.(md|markdown|txt|rst|adoc|png|jpe?g|gif|svg|webp|ico|pdf)$|(^|\/)(LICENSE|NOTICE|AUTHORS)$/i;

/** What a file is by its name: pipelines, owners, dependencies, images, and everything of which nothing is known. */
export const judgePaths: Rule = ({ files, objects, unreadable }) => {
  const judged = new Set([
    ...objects.flatMap(({ before, after }) => [before?.path, after?.path]),
    ...unreadable.map(({ path }) => path),
  ]);
  const others: ChangedFile[] = [];
  const findings = files.flatMap((file): Finding[] => {
    const { path } = file;
    if (file.kind === 'link') return [{ code: 'link-changed', class: 'R3', path, text: 'a symbolic link' }];
    if (file.kind === 'submodule')
      return [{ code: 'submodule-changed', class: 'R3', path, text: 'code of another repository' }];
    const row = rows.find(([, , pattern]) => pattern.test(path));
    if (row !== undefined) return [{ code: row[0], class: row[1], path, text: row[3] }];
    if (isForbiddenPath(path))
      return [{ code: 'protected-file-changed', class: 'R3', path, text: 'it executes, or holds settings or keys' }];
    const isText = documentation.test(path) || judged.has(path);
    if (file.unread !== undefined && !isText) return [{ code: 'not-judged', class: 'R2', path, text: file.unread }];
    if (!isText) others.push(file);
    return [];
  });
  const [first] = others;
  if (first === undefined) return findings;
  const text = `${others.length} ${others.length === 1 ? 'file' : 'files'} that no rule of its kind judges`;
  return [...findings, { code: 'code-changed', class: 'R1', path: first.path, text }];
};
