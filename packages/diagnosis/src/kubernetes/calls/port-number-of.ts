/** The port that a text stands for; undefined where it is none. */
export function portNumberOf(text: string | undefined): number | undefined {
  const port = Number(text);
  return text === undefined || !Number.isInteger(port) || port < 1 || port > 65_535 ? undefined : port;
}
