import { type DestinationStream, destination, type Logger, pino } from 'pino';

/** Paths that are never logged, whatever object carries them. */
const secretPaths = [
  '*.token',
  '*.password',
  '*.secret',
  '*.authorization',
  'headers.authorization',
  'req.headers.authorization',
];

/** How a logger is made; `stream` is for tests. */
export interface LoggerOptions {
  readonly name: string;
  readonly level?: string;
  readonly stream?: DestinationStream;
}

/** A JSON logger on stderr (stdout is for answers): object first, constant message. */
export function createLogger({ name, level = 'info', stream }: LoggerOptions): Logger {
  return pino(
    {
      name,
      level,
      base: { name },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secretPaths, censor: '[redacted]' },
    },
    stream ?? destination({ dest: 2, sync: true }),
  );
}
