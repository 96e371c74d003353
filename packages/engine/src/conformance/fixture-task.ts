/** A task that runs a step and tells it what to do. */
export function fixtureTask(name: string, what: string, rest: Record<string, unknown> = {}) {
  const parameters = [
    { name: 'of', value: name },
    { name: 'do', value: what },
  ];
  return { name, template: 'step', arguments: { parameters }, ...rest };
}
