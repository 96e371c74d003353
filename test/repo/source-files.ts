import { repositoryFiles } from './repository-files.ts';

/** Lists the hand-written TypeScript and JavaScript files of the repository, relative to the root. */
export function sourceFiles(): string[] {
  return repositoryFiles().filter(
    (path) =>
      /\.(ts|mjs)$/.test(path) && !/(^|\/)(generated|registry)\.ts$/.test(path) && !path.includes('__fixtures__/'),
  );
}
