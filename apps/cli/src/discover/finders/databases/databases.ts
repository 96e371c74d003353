/** Databases and brokers: the image of the server itself (never of its exporter or operator), its name, its port. */
export const databases: readonly {
  readonly title: string;
  readonly image: RegExp;
  readonly names: readonly string[];
  readonly port: number;
}[] = [
  {
    title: 'PostgreSQL',
    image:
      /(^|\/)(postgres|postgresql|postgresql-repmgr|postgis|spilo(-\d+)?|timescaledb(-ha)?|pgvector|crunchy-postgres)$/,
    names: ['postgresql', 'postgres'],
    port: 5432,
  },
  {
    title: 'MySQL',
    image: /(^|\/)(mysql|mysql-server|mariadb|mariadb-galera|percona-server|percona-xtradb-cluster)$/,
    names: ['mysql', 'mariadb'],
    port: 3306,
  },
  {
    title: 'Redis',
    image: /(^|\/)(redis|redis-cluster|redis-stack-server|valkey|keydb|dragonfly)$/,
    names: ['redis', 'valkey'],
    port: 6379,
  },
  {
    title: 'MongoDB',
    image: /(^|\/)(mongo|mongodb|mongodb-community-server|percona-server-mongodb)$/,
    names: ['mongodb', 'mongo'],
    port: 27_017,
  },
  { title: 'Kafka', image: /(^|\/)(kafka|cp-kafka|cp-server|redpanda)$/, names: ['kafka', 'redpanda'], port: 9092 },
  {
    title: 'RabbitMQ',
    image: /(^|\/)(rabbitmq|rabbitmq-server)$/,
    names: ['rabbitmq'],
    port: 5672,
  },
];
