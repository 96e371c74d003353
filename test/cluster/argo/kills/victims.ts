/** What may die: everything that a run needs but the API server and its store. */
export const victims = ['gateway', 'sensor', 'event source', 'NATS', 'controller', 'step'] as const;
export type Victim = (typeof victims)[number];
