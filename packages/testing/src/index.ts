export { guardConsole } from './console-guard.ts';
