import type { Connector } from '../connector.ts';
import { AlertmanagerNotification } from './schema.ts';
import { toSignal } from './to-signal.ts';

export const connector: Connector<typeof AlertmanagerNotification> = {
  name: 'alertmanager',
  title: 'Alertmanager',
  hook: 'alertmanager',
  authentication: 'bearer',
  Body: AlertmanagerNotification,
  delivery: (_, rawBody, cryptography) => ({ id: cryptography.sha256(`alertmanager\n${rawBody}`) }),
  interpret: (body, delivery, { cryptography }) => ({ kind: 'signal', signal: toSignal(body, delivery, cryptography) }),
};
