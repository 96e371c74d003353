import { createHmac, randomUUID } from 'node:crypto';

/** Sends webhooks as GitHub does. Every call but `forge` throws where the answer is not a good one. */
export interface Sender {
  /** Gives the id of the delivery. */
  send(event: string, body: object): Promise<string>;
  /** Delivers again, and gives what the gateway says. */
  again(event: string, body: object, delivery: string): Promise<{ result?: string }>;
  /** Signs with another secret, and gives the status of the answer. */
  forge(event: string, body: object): Promise<number>;
}

/** The secret of the overlay. */
const secret = 'secret-of-github-for-the-cluster-test';

export function senderTo(url: string): Sender {
  async function post(event: string, body: object, delivery: string, key = secret): Promise<Response> {
    const text = JSON.stringify(body);
    return fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'GitHub-Hookshot/0000000',
        'x-github-event': event,
        'x-github-delivery': delivery,
        'x-github-hook-id': '1',
        'x-hub-signature-256': `sha256=${createHmac('sha256', key).update(text).digest('hex')}`,
      },
      body: text,
      signal: AbortSignal.timeout(10_000),
    });
  }

  async function delivered(event: string, body: object, delivery: string): Promise<string> {
    const answer = await post(event, body, delivery);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${event} was answered ${answer.status}: ${text.slice(0, 300)}`);
    return text;
  }

  return {
    async send(event, body) {
      const delivery = randomUUID();
      await delivered(event, body, delivery);
      return delivery;
    },
    again: async (event, body, delivery) => JSON.parse(await delivered(event, body, delivery)) as { result?: string },
    forge: async (event, body) => (await post(event, body, randomUUID(), 'a-secret-that-is-another')).status,
  };
}
