import type { IncomingMessage } from 'node:http';

/**
 * Reads and forgets what a client still sends, so that it is done writing when the answer comes; a connection that is closed under its
 * hands shows it a broken pipe instead. Stops after `limit` bytes; the server's own time-out bounds a slow client.
 */
export async function drain(request: IncomingMessage, limit: number): Promise<void> {
  let received = 0;
  try {
    for await (const chunk of request) {
      received += (chunk as Buffer).length;
      if (received > limit) return;
    }
  } catch {
    // The client went away: nobody waits for the answer.
  }
}
