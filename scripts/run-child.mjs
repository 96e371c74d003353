// Runs on Node 20 and newer, before anything is installed: plain JavaScript, built-ins only.
import { spawn } from 'node:child_process';

/**
 * Runs a program in the foreground and resolves to its exit code (128 + the signal's number when a signal ended it).
 * SIGTERM and SIGHUP are passed on; so is SIGINT, except from a terminal, which delivers it to the child itself.
 */
export function runChild(command, words, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, options);
    const forward = (signal) => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, forward);
      resolve(code ?? 128 + (signalNumbers[signal] ?? 0));
    });
  });
}

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };
