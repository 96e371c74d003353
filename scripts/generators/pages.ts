import { generateCausesPage } from './causes-page.ts';
import { generateErrorsPage } from './errors-page.ts';
import type { GeneratedFile } from './generated-file.ts';

/** Makes the pages under docs/reference from the packages and apps themselves. */
export async function generatePages(_root: string): Promise<GeneratedFile[]> {
  return [...generateCausesPage(), ...generateErrorsPage()];
}
