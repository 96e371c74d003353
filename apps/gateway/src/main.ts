import { stepVariableNames } from '@auto-ops/engine';
import {
  asAutoOpsError,
  createLogger,
  readConfiguration,
  refuseUnknownVariables,
  requireNode,
  variablesOf,
} from '@auto-ops/runtime';
import { Config } from './config.ts';
import { gatewayHelp } from './gateway-help.ts';
import { runIntake } from './intake-step/run-intake.ts';
import { startGateway } from './start-gateway.ts';

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    process.stdout.write(gatewayHelp());
    return;
  }
  const [command, ...words] = process.argv.slice(2);
  if (command === 'intake') {
    process.stdout.write(await runIntake(words, process.env));
    return;
  }
  requireNode();
  refuseUnknownVariables(process.env, [...variablesOf(Config).map((variable) => variable.env), ...stepVariableNames]);
  const gateway = await startGateway(readConfiguration(Config, process.env), process.env);
  const stop = async () => {
    await gateway.close();
    process.exit(0);
  };
  // Started by another program: tell it, and end with it.
  process.send?.({ address: gateway.address });
  process.once('disconnect', stop);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  const failure = asAutoOpsError(error);
  createLogger({ name: 'gateway' }).fatal(
    { code: failure.code, hint: failure.hint, stack: failure.code === 'DEFECT' ? failure.stack : undefined },
    failure.message,
  );
  process.exitCode = failure.exit;
});
