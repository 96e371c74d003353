import { generateCausesPage } from './causes-page.ts';
import { generateEnvironmentPage } from './environment-page.ts';
import { generateErrorsPage } from './errors-page.ts';
import type { GeneratedFile } from './generated-file.ts';
import { generateStepVariables } from './step-variables.ts';

/** Makes the pages under docs/reference from the packages and apps themselves. */
export async function generatePages(root: string): Promise<GeneratedFile[]> {
  return [
    ...generateCausesPage(),
    ...generateErrorsPage(),
    ...(await generateEnvironmentPage(root)),
    ...(await generateStepVariables(root)),
  ];
}
