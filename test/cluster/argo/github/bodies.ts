import { createHash, randomUUID } from 'node:crypto';

const repository = { id: 4711, full_name: 'auto-ops-test/shop', default_branch: 'main' };
const person = (login: string) => ({ login, type: 'User' });
const commit = () => createHash('sha1').update(randomUUID()).digest('hex');
const page = `https://github.com/${repository.full_name}`;
const seconds = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

/** Bodies of webhooks; the logins are those of the overlay: `bob-hub` approves, `carol-hub` may look. */
export const bodies = {
  run(id: number, conclusion: string, branch = 'main') {
    return {
      action: 'completed',
      workflow_run: {
        id,
        workflow_id: 5,
        name: 'Build',
        path: '.github/workflows/build.yml',
        status: 'completed',
        conclusion,
        head_branch: branch,
        head_sha: commit(),
        html_url: `${page}/actions/runs/${id}`,
        run_started_at: seconds(),
        created_at: seconds(),
        updated_at: seconds(),
        head_repository: { id: repository.id },
      },
      repository,
      sender: person('carol-hub'),
    };
  },
  issue(number: number, text: string) {
    return {
      action: 'labeled',
      label: { name: 'auto-ops' },
      issue: {
        number,
        title: 'Something does not start',
        body: text,
        html_url: `${page}/issues/${number}`,
        user: person('carol-hub'),
        labels: [{ name: 'auto-ops' }],
      },
      repository,
      sender: person('carol-hub'),
    };
  },
  comment(issue: object & { number: number }, by: string, text: string) {
    const at = seconds();
    const id = Date.now();
    return {
      action: 'created',
      issue,
      comment: {
        id,
        body: text,
        user: person(by),
        created_at: at,
        updated_at: at,
        performed_via_github_app: null,
        issue_url: `https://api.github.com/repos/${repository.full_name}/issues/${issue.number}`,
      },
      repository,
      sender: person(by),
    };
  },
  push(index: number) {
    return {
      ref: 'refs/heads/main',
      before: commit(),
      after: commit(),
      forced: false,
      deleted: false,
      created: false,
      commits: [{ id: commit(), added: [`runbooks/shop/SHOP-${index}.md`], modified: [], removed: [] }],
      repository,
      sender: person('carol-hub'),
    };
  },
  repository,
  /** What GitHub tells of who put the label on an issue. */
  labelling: () => ({
    event: 'labeled',
    created_at: seconds(),
    actor: person('carol-hub'),
    label: { name: 'auto-ops' },
  }),
};
