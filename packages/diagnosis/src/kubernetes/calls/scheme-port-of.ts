/** The port of a scheme without one. */
export function schemePortOf(text: string): number | undefined {
  const scheme = /\b(https?|postgres(?:ql)?|mysql|redis|amqp|mongodb|nats):\/\//i.exec(text)?.[1]?.toLowerCase();
  const ports: Readonly<Record<string, number>> = {
    http: 80,
    https: 443,
    postgres: 5432,
    postgresql: 5432,
    mysql: 3306,
    redis: 6379,
    amqp: 5672,
    mongodb: 27017,
    nats: 4222,
  };
  return scheme === undefined ? undefined : ports[scheme];
}
