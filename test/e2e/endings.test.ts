import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Report } from '@auto-ops/contracts';
import { describe, expect, it } from 'vitest';
import { type Service, startService } from './start-service.ts';

const root = join(import.meta.dirname, '..', '..');
const sample = JSON.parse(readFileSync(join(root, 'apps', 'cli', 'sample', 'notification.json'), 'utf8'));
const withSample = { AUTO_OPS_BUNDLES: join(root, 'apps', 'cli', 'sample', 'bundles') };
const withRecordings = { AUTO_OPS_BUNDLES: join(root, 'test', 'bundles') };

interface View {
  readonly id: string;
  readonly state: string;
  readonly proposal?: { readonly planHash: string };
  readonly nodes: readonly { readonly name: string; readonly phase: string }[];
}

/** The alert of a recorded incident, as Alertmanager would post it. */
function alertOf(bundle: string): object {
  const { alerts } = JSON.parse(readFileSync(join(root, 'test', 'bundles', bundle, 'bundle.json'), 'utf8'));
  return { version: '4', status: 'firing', alerts };
}

function clientOf({ url, token, hookToken }: Service) {
  const ask = async <T>(path: string, body?: object, bearer = token): Promise<T> => {
    const answer = await fetch(url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${bearer}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  async function until(isAsWished: (view: View) => boolean): Promise<View> {
    let seen: View | undefined;
    for (let look = 0; look < 300; look += 1) {
      const [first] = (await ask<{ incidents: { id: string }[] }>('/api/v1/incidents')).incidents;
      if (first !== undefined) seen = await ask<View>(`/api/v1/incidents/${first.id}`);
      if (seen !== undefined && isAsWished(seen)) return seen;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`not as wished: ${JSON.stringify(seen)}`);
  }
  return {
    alert: (body: object) => ask('/hooks/alertmanager', body, hookToken),
    decide: (id: string, body: object) => ask(`/api/v1/incidents/${id}/decisions`, body),
    waiting: () => until(({ state, proposal }) => state === 'waiting' && proposal !== undefined),
    looking: () => until(({ nodes }) => nodes.some(({ name }) => name.startsWith('collect-'))),
    /** The report, and the steps after the proposal that ran. */
    async ended() {
      const { id, nodes } = await until(({ state }) => state === 'ended');
      const ran = nodes.filter(({ phase }) => !['Skipped', 'Omitted', 'Pending'].includes(phase));
      const late = ['approve', 'decide', 'apply', 'verify', 'undo'];
      return {
        report: Report.parse(await ask(`/api/v1/incidents/${id}/report`)),
        after: late.filter((name) => ran.some((node) => node.name === name)),
      };
    },
  };
}

describe('every ending is reported as what it is', { timeout: 60_000 }, () => {
  it('rejected: the reason is kept and nothing is applied', async () => {
    const client = clientOf(await startService(withSample));
    await client.alert(sample);
    const { id, proposal } = await client.waiting();
    await client.decide(id, { verdict: 'rejected', planHash: proposal?.planHash, reason: 'not during the fair' });

    const { report, after } = await client.ended();

    expect(report).toMatchObject({ ending: 'rejected', decision: { reason: 'not during the fair' } });
    expect([report.effects, after]).toEqual([undefined, ['approve', 'decide']]);
  });

  it('expired: nobody decided in the time that the operator gives', async () => {
    const client = clientOf(await startService({ ...withSample, AUTO_OPS_PROPOSAL_SECONDS: '10' }));
    await client.alert(sample);

    const { report, after } = await client.ended();

    expect([report.ending, report.effects, after]).toEqual(['expired', undefined, ['approve', 'decide']]);
  });

  it('cancelled before there was anything to decide: by whom, and no breakdown', async () => {
    const client = clientOf(await startService(withSample));
    await client.alert(sample);
    const { id } = await client.looking();
    await client.decide(id, { verdict: 'cancelled', reason: 'a drill' });

    const { report, after } = await client.ended();

    expect(report).toMatchObject({ ending: 'cancelled', cancellation: { reason: 'a drill' } });
    expect(report.headline).toMatch(/the run was cancelled$/);
    expect(after).toEqual([]);
  });

  it.each([
    ['no-fault', 'healthy-scaled-to-zero'],
    ['no-fix', 'claim-unbound'],
  ])('%s: nothing is proposed', async (ending, bundle) => {
    const client = clientOf(await startService(withRecordings));
    await client.alert(alertOf(bundle));

    const { report, after } = await client.ended();

    expect([report.ending, report.proposal, after]).toEqual([ending, undefined, []]);
  });
});
