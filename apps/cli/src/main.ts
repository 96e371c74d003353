import { existsSync } from 'node:fs';
import { runCommandLine } from './command/run-command-line.ts';

// What is set already wins.
if (existsSync('.env')) process.loadEnvFile('.env');

process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  print: (text) => process.stdout.write(text),
  note: (text) => process.stderr.write(text),
});
