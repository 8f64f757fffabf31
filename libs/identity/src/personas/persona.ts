import type { Role } from '@anuyat/contract';
import type { OfficePermission, Text } from '@anuyat/licence-kit';

/** One language's name in parts. */
export interface NameParts {
  title: string;
  firstName: string;
  lastName: string;
}

/** An invented person whom one can sign in as while the sandbox plays the identity provider. */
export interface Persona {
  /** What `login_hint` takes. */
  hint: string;
  /** Under which heading the person is listed; the rights below say what it means. */
  role: Role;
  name: Text;
  parts: { th: NameParts; en: NameParts };
  about: Text;
  /**
   * 13 digits with a right check digit that no living person can have: 8 and then 9999, a registry office that does not exist.
   * Absent for a foreigner without one.
   */
  personalId?: string;
  /** Identity assurance level. */
  ial: string;
  offices: { code: string; permissions: OfficePermission[] }[];
  territories: string[];
  /** Agencies whose people the person looks after. */
  looksAfter: string[];
  companies: { juristicId: string; name: Text; ground: 'director' | 'power-of-attorney' }[];
}
