import type { Role } from '@anuyat/contract';

/** The staff's and the applicants' parts of the portal, in the order of the menu: whose they are, and the word that names them. */
export const areas: readonly { role: Role; path: string; words: string }[] = [
  { role: 'applicant', path: '/my', words: 'shell.myCases' },
  { role: 'officer', path: '/desk', words: 'shell.desk' },
  { role: 'monitor', path: '/monitor', words: 'shell.monitor' },
  { role: 'agency-admin', path: '/people', words: 'shell.people' },
  { role: 'admin', path: '/admin', words: 'shell.admin' },
];
