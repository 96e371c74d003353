import { expect, test } from 'vitest';
import { pod, waiting } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const notice = (text: string, name = 'stripe') => ({
  evidence: [{ kind: 'document', subject: { kind: 'External', name }, body: { title: 'status', text } }],
});
const component = (name: string, ...lines: (string | { text: string; count: number; baseline: number })[]) => ({
  logs: [{ subject: { kind: 'Component', name }, lines }],
});
const failing = 'POST https://api.stripe.com/v1/charges returned 503';

test('joins a notice with the errors that name it', () => {
  const finding = only(
    detect(
      detector,
      notice('name: Charges\nendpoint: api.stripe.com\nstatus: partial_outage\nstarted_at: 2026-01-01T11:04:00Z'),
      component('payments', failing),
    ),
  );

  expect(finding).toMatchObject({
    severity: 'critical',
    since: '2026-01-01T11:04:00Z',
    subject: { kind: 'External', name: 'stripe' },
  });
  expect(finding.facts).toMatchObject({ hosts: ['api.stripe.com'], callers: ['payments'], status: 'partial_outage' });
  expect(finding.evidence).toEqual(['ev-2', 'ev-1#0']);
});

test('tells regions apart', () => {
  const text = (region: string) => `service: Object store (S3)\nregion: ${region}\nstatus: degraded\nresolved_at: None`;
  const line = 'GetObject failed: ServiceUnavailable (503) host=media.s3.us-east-1.amazonaws.com';

  expect(subjects(detect(detector, notice(text('us-east-1'), 'Object store (S3)'), component('media', line)))).toEqual([
    'External/Object store (S3)',
  ]);
  expect(subjects(detect(detector, notice(text('us-west-2'), 'Object store (S3)'), component('media', line)))).toEqual(
    [],
  );
});

test('is ruled out where no error of ours names it, and where only one caller fails', () => {
  expect(detect(detector, notice('status: degraded'))).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'external-outage', subject: { name: 'stripe' } }],
  });
  expect(detect(detector, component('payments', failing))).toMatchObject({
    findings: [],
    ruledOut: [{ subject: { name: 'api.stripe.com' } }],
  });
});

test('says nothing of notices that are over or well, and of patterns as frequent as before', () => {
  const old = component('payments', { text: failing, count: 100, baseline: 90 });

  for (const text of [
    'status: operational',
    'status: resolved',
    'status: degraded\nresolved_at: 2026-01-01T11:00:00Z',
  ]) {
    expect(subjects(detect(detector, notice(text), component('payments', failing)))).toEqual([]);
  }
  expect(subjects(detect(detector, notice('status: degraded'), old))).toEqual([]);
});

test('takes several callers that fail together, and a registry that limits its callers', () => {
  const limited = pod('cart', {
    container: { image: 'docker.io/library/redis:7' },
    state: waiting('ErrImagePull', 'toomanyrequests: You have reached your pull rate limit'),
  });

  expect(only(detect(detector, component('payments', failing), component('refunds', failing)))).toMatchObject({
    severity: 'warning',
    subject: { kind: 'External', name: 'api.stripe.com' },
  });
  expect(only(detect(detector, limited))).toMatchObject({
    severity: 'critical',
    subject: { kind: 'External', name: 'docker.io' },
  });
});

test('reads a document without fields', () => {
  expect(subjects(detect(detector, notice('')))).toEqual([]);
});
