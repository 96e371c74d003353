import { parseArgs } from 'node:util';

const text = `npm run test:cluster [-- options]
  --only a,b        these scenarios
  --argo            the product under Argo Workflows and Argo Events instead of the scenarios; see argo/
  --frozen          only those of kind blind
  --ci              the quick ones; starts the test cluster where it is not up and ends it afterwards
  --loop            the whole loop with approval, apply and verify, for the scenarios that have a repair
  --record          write each bundle to test/bundles/<name>/
  --states          only show that each scenario reaches its state, without asking the product
  --describe DIR    write what the API shows of each state to DIR/<name>.txt
  --parallel N      how many scenarios at once (4); those marked alone run by themselves
`;

/** The options of the run, or undefined after printing the help. */
export function readOptions(words: string[]) {
  const { values } = parseArgs({
    args: words,
    options: {
      only: { type: 'string' },
      frozen: { type: 'boolean', default: false },
      ci: { type: 'boolean', default: false },
      loop: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      states: { type: 'boolean', default: false },
      describe: { type: 'string' },
      parallel: { type: 'string', default: '4' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(text);
    return undefined;
  }
  return { ...values, parallel: Number(values.parallel), only: values.only?.split(',') };
}

export type Options = NonNullable<ReturnType<typeof readOptions>>;
