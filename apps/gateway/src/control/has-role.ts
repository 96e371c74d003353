import type { Identity, Role } from './identity.ts';

const includes: Readonly<Record<Role, readonly Role[]>> = {
  viewer: ['viewer', 'reporter', 'approver', 'admin'],
  reporter: ['reporter', 'admin'],
  approver: ['approver', 'admin'],
  admin: ['admin'],
};

/** Whether a role of the person includes this one. */
export function hasRole(person: Identity, role: Role): boolean {
  return person.roles.some((candidate) => includes[role].includes(candidate));
}
