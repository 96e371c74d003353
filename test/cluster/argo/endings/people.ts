/** The people whom a gateway of these checks knows; `bob` may approve unless it is said otherwise. */
export function people(bob: 'approver' | 'viewer'): string {
  return [
    'ann admin,approver,viewer,reporter token-of-ann-for-the-cluster-test',
    `bob viewer${bob === 'approver' ? ',approver' : ''} token-of-bob-for-the-cluster-test`,
    'carol viewer token-of-carol-for-the-cluster-test',
  ].join('\n');
}
