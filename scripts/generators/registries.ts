import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedFile } from './generated-file.ts';

/** One folder whose sub-folders are plug-ins: each has an index.ts that exports `variable`. */
type Registry = { folder: string; variable: string; list: string; type: string };

const table: readonly Registry[] = [
  { folder: 'packages/diagnosis/src/detectors', variable: 'detector', list: 'detectors', type: 'Detector' },
  { folder: 'packages/policy/src/actions', variable: 'action', list: 'actions', type: 'ActionDefinition' },
  { folder: 'apps/fixer/src/repairs', variable: 'repair', list: 'repairs', type: 'Repair' },
  { folder: 'packages/evidence/src/specialists', variable: 'specialist', list: 'specialists', type: 'Specialist' },
  { folder: 'apps/maintenance/src/jobs', variable: 'job', list: 'jobs', type: 'Job' },
  { folder: 'packages/connectors/src', variable: 'connector', list: 'connectors', type: 'Connector' },
  { folder: 'apps/cli/src/discover/finders', variable: 'finder', list: 'finders', type: 'Finder' },
];

/** Makes `registry.ts` of every plug-in folder that has a plug-in; paths are relative to `root`. */
export function generateRegistries(root: string): GeneratedFile[] {
  return table
    .map((registry) => ({ registry, names: pluginsOf(join(root, registry.folder), registry.variable) }))
    .filter(({ names }) => names.length > 0)
    .map(({ registry, names }) => ({ path: `${registry.folder}/registry.ts`, text: render(root, registry, names) }));
}

function pluginsOf(folder: string, variable: string): string[] {
  if (!existsSync(folder)) return [];
  const exported = new RegExp(`export (const ${variable}\\b|\\{[^}]*\\b${variable}\\b[^}]*\\})`);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => {
      const index = join(folder, name, 'index.ts');
      return existsSync(index) && exported.test(readFileSync(index, 'utf8'));
    })
    .sort();
}

function render(root: string, registry: Registry, names: readonly string[]): string {
  const { list, type, variable } = registry;
  const typeFile = findType(root, registry);
  const annotation = typeFile === undefined ? '' : `: readonly ${type}[]`;
  return [
    '// Generated from the folders beside it by `npm run generate`; do not edit.',
    ...(typeFile === undefined ? [] : [`import type { ${type} } from '${typeFile}';`]),
    ...names.map((name) => `import { ${variable} as ${camelCase(name)} } from './${name}/index.ts';`),
    '',
    `/** Every ${variable}, in the order of the folder names. */`,
    `export const ${list}${annotation} = [`,
    ...names.map((name) => `  ${camelCase(name)},`),
    '];',
    '',
  ].join('\n');
}

/** The module beside or above the plug-ins that declares their type; plug-ins without one are inferred. */
function findType(root: string, { folder, type }: Registry): string | undefined {
  const file = `${type.replace(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}.ts`;
  return [`./${file}`, `../${file}`].find((path) => existsSync(join(root, folder, path)));
}

function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
