import type { GeneratedFile } from './generated-file.ts';

type Generator = (root: string) => GeneratedFile[] | Promise<GeneratedFile[]>;

// Imported one by one: a package that does not load fails its own page and none of the others.
const generators: Readonly<Record<string, () => Promise<Generator>>> = {
  causes: async () => (await import('./causes-page.ts')).generateCausesPage,
  actions: async () => (await import('./actions-page.ts')).generateActionsPage,
  errors: async () => (await import('./errors-page.ts')).generateErrorsPage,
  'workflow subset': async () => (await import('./workflow-subset-page.ts')).generateWorkflowSubsetPage,
  environment: async () => (await import('./environment-page.ts')).generateEnvironmentPage,
  'step variables': async () => (await import('./step-variables.ts')).generateStepVariables,
  'known variables': async () => (await import('./known-variables.ts')).generateKnownVariables,
  'routine specialists': async () => (await import('./routine-specialists.ts')).generateRoutineSpecialists,
  'command line': async () => (await import('./cli-page.ts')).generateCliPage,
};

/** Makes the files that come from importing the packages and apps; `problems` names what could not be made, and why. */
export async function generatePages(root: string): Promise<{ files: GeneratedFile[]; problems: string[] }> {
  const files: GeneratedFile[] = [];
  const problems: string[] = [];
  for (const [name, load] of Object.entries(generators)) {
    try {
      files.push(...(await (await load())(root)));
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { files, problems };
}
