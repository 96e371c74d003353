import type { Gap } from '../discovery.ts';

/** That objects come from repositories which auto-ops reads as a local clone. */
export function cloneGap(tool: string, repositories: readonly string[]): Gap[] {
  const [first] = repositories;
  if (first === undefined) return [];
  const shown = repositories.slice(0, 5).join(', ');
  const more = repositories.length > 5 ? ` and ${repositories.length - 5} more` : '';
  return [
    {
      weight: 'advised',
      what: `${tool} deploys from ${shown}${more}; auto-ops never patches what it owns, and proposes edits where it knows the source`,
      next: 'Clone the one that describes this cluster and name the folder in AUTO_OPS_REPOSITORY of collector and analyst.',
    },
  ];
}
