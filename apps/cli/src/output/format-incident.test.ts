import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import type { IncidentView } from '../gateway/incident-view.ts';
import { formatIncident } from './format-incident.ts';

const view = (over: Partial<IncidentView>): IncidentView => ({
  id: '4be1c02a9f',
  title: 'CartDown in shop/cart',
  severity: 'critical',
  state: 'ended',
  run: 'incident-4be1c02a9f',
  createdAt: '2026-11-21T10:00:00Z',
  updatedAt: '2026-11-21T10:05:00Z',
  incident: {} as IncidentView['incident'],
  nodes: [],
  ...over,
});
const shown = (over: Partial<IncidentView>) => stripVTControlCharacters(formatIncident(view(over)));

it('says why a queued run cannot start, and what to do', () => {
  const hindrance = {
    code: 'KUBERNETES_UNREACHABLE',
    message: 'https://10.0.0.1: ECONNREFUSED',
    hint: 'Check the address.',
    since: '2026-11-21T10:00:01Z',
  };

  expect(shown({ state: 'queued', hindrance })).toContain(
    'its run cannot start since 2026-11-21T10:00:01Z, and is tried again: KUBERNETES_UNREACHABLE: https://10.0.0.1: ECONNREFUSED\nhint: Check the address.\n',
  );
  expect(shown({ ending: 'failed', hindrance })).toContain('its run could not start: KUBERNETES_UNREACHABLE');
  expect(shown({})).not.toContain('start');
});

it('says that the alert goes on after the ending, and when or how it runs again', () => {
  const again = { ending: 'failed', firedAgainAt: '2026-11-21T14:00:00Z' };

  expect(shown({ ...again, retryAt: '2026-11-21T14:05:00Z' })).toContain(
    'still firing: told again at 2026-11-21T14:00:00Z, after it ended as failed; it runs again at 2026-11-21T14:05:00Z\n',
  );
  expect(shown(again)).toContain('run it again with: auto-ops incident retry 4be1c02a9f\n');
  expect(shown({ ending: 'failed' })).not.toContain('still firing');
});
