import { guardConsole } from './console-guard.ts';

if (Number(process.versions.node.split('.')[0]) < 24) {
  throw new Error(`Tests need Node 24 or newer, this is ${process.version}: run them with npm test.`);
}

guardConsole();
