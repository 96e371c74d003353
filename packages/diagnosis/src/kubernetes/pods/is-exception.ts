const exception =
  /\b(?:fatal|panic|uncaught|unhandled|exception|traceback|segmentation fault|assert(?:ion)?(?: failed|error)|error)\b|Error:|Exception:|^\s*at .+:\d+|thread '.*' panicked|ERROR|\berror\b/i;

/** Whether a line of a log is an error of the program itself. */
export function isException(text: string): boolean {
  return exception.test(text);
}
