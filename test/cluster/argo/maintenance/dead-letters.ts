import type { Gateway } from '../gateway.ts';

/** How many dead letters of a kind came to that outcome, as the metrics say. */
export async function deadLetters(gateway: Gateway, kind: string, outcome: string): Promise<number> {
  const line = (await gateway.read('/metrics'))
    .split('\n')
    .find((one) => one.startsWith(`auto_ops_dead_letters_total{kind="${kind}",outcome="${outcome}"}`));
  return Number(line?.split(' ').at(-1) ?? 0);
}
