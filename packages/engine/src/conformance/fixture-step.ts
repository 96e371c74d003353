/** A step that does what its argument `do` says; see `__fixtures__/fixture.mjs`. */
export function fixtureStep(name: string, rest: Record<string, unknown> = {}) {
  const folder = `${name}/{{inputs.parameters.of}}`;
  return {
    name,
    inputs: {
      parameters: [
        { name: 'of', value: 'one' },
        { name: 'do', value: 'exit:0' },
      ],
    },
    outputs: {
      parameters: ['verdict', 'next', 'list'].map((output) => ({
        name: output,
        valueFrom: { path: `/workspace/${folder}/outputs/${output}`, default: output === 'list' ? '[]' : 'none' },
      })),
    },
    container: {
      image: 'auto-ops/fixture:0.1.0',
      command: ['node', '/app/fixture.mjs'],
      args: ['--workspace', '/workspace', '--folder', folder, '--do', '{{inputs.parameters.do}}'],
      volumeMounts: [
        { name: 'workspace', mountPath: '/workspace', readOnly: true },
        { name: 'workspace', mountPath: `/workspace/${folder}`, subPath: folder },
      ],
    },
    ...rest,
  };
}
