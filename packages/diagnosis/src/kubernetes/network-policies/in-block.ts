/** Whether an IPv4 address lies in a CIDR block; an IPv6 block holds IPv6 addresses of the same text before `/`. */
export function inBlock(address: string, cidr: string | undefined): boolean {
  const [base = '', length = ''] = (cidr ?? '').split('/');
  const [value, start] = [numberOf(address), numberOf(base)];
  if (value === undefined || start === undefined)
    return base.includes(':') && address.includes(':') && (length === '0' || base === address);
  const size = 2 ** (32 - Math.min(Math.max(Number(length) || 0, 0), 32));
  return Math.floor(value / size) === Math.floor(start / size);
}

function numberOf(address: string): number | undefined {
  const parts = address.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}
