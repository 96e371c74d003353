import type { Connector } from '../connector.ts';
import { AlertmanagerNotification } from './schema.ts';
import { toSignal } from './to-signal.ts';

export const connector: Connector<typeof AlertmanagerNotification> = {
  name: 'alertmanager',
  title: 'Alertmanager',
  hook: 'alertmanager',
  Body: AlertmanagerNotification,
  toSignal,
};
