import { environmentOf } from '../configuration/environment-of.ts';
import { textsAt } from '../fields/texts-at.ts';
import { addressesIn } from './addresses-in.ts';

/** The hosts and ports that a container's variables and arguments name, `PAYMENTS_HOST` with `PAYMENTS_PORT` included. */
export function configuredAddresses(
  container: unknown,
): { host: string; port?: number | undefined; variable?: string | undefined }[] {
  const variables = environmentOf(container);
  const found = [...variables].flatMap(([variable, value]) => {
    const addresses = addressesIn(value).map((address) => ({ ...address, variable }));
    if (addresses.length > 0 || !/(?:_|^)(?:HOST|HOSTNAME|ADDR|ADDRESS|SERVER|SERVICE|ENDPOINT)$/.test(variable))
      return addresses;
    if (!/^[a-z0-9][a-z0-9.-]*$/i.test(value)) return addresses;
    const port = Number(variables.get(variable.replace(/[A-Z]+$/, 'PORT')));
    return [{ host: value, port: Number.isInteger(port) && port > 0 ? port : undefined, variable }];
  });
  const words = [...textsAt(container, 'args'), ...textsAt(container, 'command')].filter((word) => word.length < 300);
  return [...found, ...words.flatMap((word) => addressesIn(word.replace(/^--?[\w.-]+=/, '')))];
}
