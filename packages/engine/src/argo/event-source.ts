import type { RunEvent } from './run-event.ts';

/** The way into the bus. Throws EVENT_SOURCE_UNREACHABLE; an event that was taken may still be lost behind it. */
export interface EventSource {
  post(event: RunEvent): Promise<void>;
}
