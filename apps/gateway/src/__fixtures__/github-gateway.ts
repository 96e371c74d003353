import { createHmac, randomUUID } from 'node:crypto';
import { temporaryFolder } from '@auto-ops/testing';
import { proposalOf } from './proposal.ts';
import { testGateway } from './test-gateway.ts';

export const secrets = { old: 'secret-of-the-webhook-before', present: 'secret-of-the-webhook-now' };
export const repository = { id: 4711, full_name: 'octo/shop', default_branch: 'main' };
const person = (login: string) => ({ login, type: 'User' });
export const issue = {
  number: 7, title: 'The cart does not answer', body: 'Every request ends in 502.',
  html_url: 'https://github.com/octo/shop/issues/7', user: person('wilma-hub'), labels: [{ name: 'auto-ops' }],
};

let comments = 0;

/** Bodies of webhooks. */
export const told = {
  labelled: (by = 'rita-hub', over: object = {}) => ({
    action: 'labeled', label: { name: 'auto-ops' }, issue: { ...issue, ...over }, repository, sender: person(by),
  }),
  comment(by: string, body: string, number = issue.number) {
    const at = new Date().toISOString();
    comments += 1;
    return {
      action: 'created', issue: { ...issue, number }, repository,
      comment: { id: comments, body, user: person(by), created_at: at, updated_at: at },
    };
  },
  run: (conclusion: string, over: object = {}) => ({
    action: 'completed', repository,
    workflow_run: {
      id: 31, workflow_id: 5, path: '.github/workflows/build.yml', conclusion, head_branch: 'main', head_sha: 'c'.repeat(40),
      html_url: 'https://github.com/octo/shop/actions/runs/31', created_at: '2026-11-21T09:00:00Z',
      updated_at: new Date().toISOString(), head_repository: { id: repository.id }, ...over,
    },
  }),
  push: (after = 'b'.repeat(40)) => ({
    ref: 'refs/heads/main', before: 'a'.repeat(40), after, repository, commits: [{ modified: ['runbooks/cart.md'] }],
  }),
};

export const signatureOf = (text: string, secret = secrets.present) =>
  `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;

/** A gateway that knows GitHub: ada-hub approves, rita-hub reports, sam-hub sees one other namespace, wilma-hub approves too. */
export async function githubGateway(over: Parameters<typeof testGateway>[2] = {}) {
  const gateway = await testGateway(temporaryFolder(), 1024 * 1024, {
    githubWebhookSecrets: `${secrets.old},${secrets.present}`,
    githubRepositories: 'octo/shop shop\nocto/free',
    githubIdentities: 'Ada-Hub ada\nrita-hub rita\nsam-hub sam\nwilma-hub root\nvera-hub vera',
    ...over,
  });
  const { store } = gateway.parts;

  async function deliver(event: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await gateway.server.inject({
      method: 'POST',
      url: '/hooks/github',
      headers: {
        'content-type': 'application/json', 'x-github-event': event, 'x-github-delivery': randomUUID(),
        'x-hub-signature-256': signatureOf(text), ...headers,
      },
      payload: text,
    });
    await gateway.settled();
    return answer;
  }

  return {
    ...gateway,
    store,
    deliver,
    /** The incident of the issue, waiting for a decision on its plan. */
    async proposed(over: Parameters<typeof proposalOf>[2] = {}) {
      await deliver('issues', told.labelled());
      const [record] = store.incidents.list(1);
      if (record === undefined) throw new Error('no incident');
      const proposal = proposalOf(record.run, record.incident.id, { requester: record.incident.requester, ...over });
      store.decisions.putProposal(proposal);
      gateway.engine.move(record.run, 'Suspended');
      await gateway.settled();
      return { id: record.incident.id, run: record.run, planHash: proposal.planHash };
    },
    audit: (kind: string) => store.audit.list(50).filter((entry) => entry.kind === kind),
  };
}
