import type { PersonActor, Role } from '@anuyat/contract';
import type { OfficePermission } from '@anuyat/licence-kit';

/** A role, or a permission held in at least one office. Which office is asked of the matter at hand. An agency's own system holds `agency-system` and nothing else. */
export type Grant = Role | OfficePermission | 'signed-in' | 'agency-system';

/** What a grant is asked of: an actor of the api, or the account that the portal shows. */
type Holder = Pick<PersonActor, 'roles' | 'system'> & { offices: readonly { permissions: readonly OfficePermission[] }[] };

/** Whether the person holds the grant now. */
export function holds({ roles, offices, system }: Holder, grant: Grant): boolean {
  if (system) return grant === 'agency-system';
  switch (grant) {
    case 'agency-system':
      return false;
    case 'signed-in':
      return true;
    case 'applicant':
    case 'officer':
    case 'monitor':
    case 'agency-admin':
    case 'admin':
      return roles.includes(grant);
    case 'review':
    case 'inspect':
    case 'approve':
    case 'supervise':
      return offices.some(({ permissions }) => permissions.includes(grant));
  }
}

/** Whether the person works in the office, and may do this there. */
export function holdsIn({ offices }: Pick<PersonActor, 'offices'>, office: string, permission?: OfficePermission): boolean {
  return offices.some(({ code, permissions }) => code === office && (permission === undefined || permissions.includes(permission)));
}

/** Whether the person works in one of the offices. */
export function worksIn(person: Pick<PersonActor, 'offices'>, offices: Iterable<string>): boolean {
  return [...offices].some((office) => holdsIn(person, office));
}
