import { lookup } from 'node:dns/promises';

/** Expects that the name has an address, found the way every program of the machine finds it. */
export async function lookAtName(target: string): Promise<string | undefined> {
  const addresses = await lookup(target, { all: true });
  return addresses.length > 0 ? undefined : 'the name has no address';
}
