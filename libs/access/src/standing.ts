import type { PersonActor } from '@anuyat/contract';
import { worksIn } from './grants';

/** What somebody is to a matter. */
export type Standing =
  /** The applicant or holder, and whoever acts for that company. */
  | 'own'
  /** Of an office that has something to do in the matter. */
  | 'reviewing'
  /** Of an office that was done with it. */
  | 'looking-back'
  /** Of an office without a part in it, who said why and for whom that was noted. */
  | 'exceptional'
  /** Looks after the estate or zone where the business is. */
  | 'watching'
  /** Runs the portal. */
  | 'administering'
  /** Anybody else, signed in or not. */
  | 'public';

/** What the policy reads of a case, an application, a licence, an order or a receipt. */
export interface Matter {
  accountId: string;
  /** Draft: nobody but its owner knows of it. Ended: whatever was asked for was decided or withdrawn. */
  state: 'draft' | 'open' | 'ended';
  /** Offices that have a part in it. */
  offices: Iterable<string>;
  /** Codes of the estate and the zone where it is. */
  territories?: readonly (string | null)[];
  /** The reader said why and was let in for a while. */
  isException?: boolean;
}

/** What the person is to the matter, the nearest first; nobody is nothing to it. */
export function standingsTo(person: PersonActor | undefined, matter: Matter): Standing[] {
  if (!person) return ['public'];
  const isFiled = matter.state !== 'draft';
  const hasPart = isFiled && worksIn(person, matter.offices);
  return [
    ...(person.accountId === matter.accountId ? ['own' as const] : []),
    ...(hasPart ? [matter.state === 'open' ? ('reviewing' as const) : ('looking-back' as const)] : []),
    ...(isFiled && matter.isException === true && person.offices.length > 0 ? ['exceptional' as const] : []),
    ...(isFiled && watches(person, matter.territories ?? []) ? ['watching' as const] : []),
    ...(person.roles.includes('admin') ? ['administering' as const] : []),
    'public',
  ];
}

/** Whether a monitor looks after one of the places; `*` is every estate and zone, and nothing outside of them. */
function watches({ roles, territories }: PersonActor, places: readonly (string | null)[]): boolean {
  return roles.includes('monitor') && places.some((code) => code !== null && (territories.includes('*') || territories.includes(code)));
}
