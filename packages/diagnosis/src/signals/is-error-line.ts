const errorLevels = new Set(['error', 'err', 'fatal', 'critical', 'crit', 'alert', 'emergency', 'panic', 'severe']);
const calmLevels = new Set(['info', 'debug', 'trace', 'notice']);
const errorWords =
  /\b(error|errors|exception|fatal|panic|traceback|failed|failure|refused|denied|forbidden|unauthorized|timed? ?out|timeout|unavailable|exhausted|unreachable|deadlock|segfault|oom|killed|deadline ?exceeded|no such host|does not exist|not found|cannot|can't|unable|5\d\d)\b/i;
const denials = /\b(0 errors?|no errors?|without errors?|errors?[=:] ?0\b|error(s|_count)?=(null|none|nil|false))/i;

/** Whether a log line reports a failure: by its level, else by its words. */
export function isErrorLine(text: string, level: string | undefined): boolean {
  const said = level?.toLowerCase();
  if (said !== undefined && errorLevels.has(said)) return true;
  if (said !== undefined && calmLevels.has(said)) return false;
  return errorWords.test(text) && !denials.test(text);
}
