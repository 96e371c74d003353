export const repository = { id: 4711, full_name: 'octo/shop', default_branch: 'main' };
const person = (login: string) => ({ login, type: 'User' });
const sha = (digit: string) => digit.repeat(40);

export const issue = {
  number: 7,
  title: 'The cart does not answer',
  body: 'Since ten o’clock every request ends in 502.',
  html_url: 'https://github.com/octo/shop/issues/7',
  user: person('wilma'),
  labels: [{ name: 'auto-ops' }],
};

/** Bodies of webhooks about one repository, as small as they are understood; `over` replaces what a test is about. */
export const events = {
  labelled: (over: object = {}) => ({
    action: 'labeled', label: { name: 'auto-ops' }, issue, repository, sender: person('rita-hub'), ...over,
  }),
  comment: (body: string, over: object = {}) => ({
    action: 'created',
    issue,
    comment: {
      id: 99, body, user: person('Ada-Hub'), issue_url: 'https://api.github.com/repos/octo/shop/issues/7',
      created_at: '2026-11-21T10:00:00Z', updated_at: '2026-11-21T10:00:00Z', performed_via_github_app: null, ...over,
    },
    repository,
  }),
  run: (conclusion: string, over: object = {}) => ({
    action: 'completed',
    workflow_run: {
      id: 31, workflow_id: 5, name: 'Build', path: '.github/workflows/build.yml@main', status: 'completed', conclusion,
      head_branch: 'main', head_sha: sha('c'), html_url: 'https://github.com/octo/shop/actions/runs/31',
      run_started_at: '2026-11-21T09:00:00Z', created_at: '2026-11-21T09:00:00Z', updated_at: '2026-11-21T09:05:00Z',
      head_repository: { id: repository.id }, ...over,
    },
    repository,
  }),
  push: (over: object = {}) => ({
    ref: 'refs/heads/main', before: sha('a'), after: sha('b'), forced: false, deleted: false,
    commits: [{ added: ['runbooks/cart/CART-1.md'], modified: [], removed: [] }], repository, ...over,
  }),
  pullRequest: (action = 'opened', over: object = {}) => ({
    action, number: 8,
    pull_request: { number: 8, state: 'open', base: { sha: sha('d') }, head: { sha: sha('e') }, ...over }, repository,
  }),
};
