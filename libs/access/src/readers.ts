import type { PersonActor } from '@anuyat/contract';
import { standingsTo, type Matter, type Standing } from './standing';

const parties = ['own', 'reviewing', 'looking-back'] as const;

/** Who reads what. What is not named for a standing is not there for it. */
export const readers = {
  /** Answers, papers, applications, bills and notices of one applicant, as the applicant sees them. */
  case: ['own'],
  /** How far an application is, without answers. */
  application: parties,
  history: parties,
  /** An office's task: the answers that its lane reads. */
  task: ['reviewing', 'looking-back'],
  /** A paper that a lane reads; the offices of the matter are those whose lanes do. */
  paper: parties,
  /** A written order; the offices are that which gave it, and those that look at the appeal. */
  order: parties,
  /** A paid bill; the office is that which collects it. */
  receipt: parties,
  bill: ['own'],
  /** The paper of a licence, its credential, and how far its sealing is; the office is that which keeps it. */
  'licence-paper': parties,
  /** The life of a licence; those who watch see it without its holder. */
  'licence-life': [...parties, 'watching'],
  'licence-bill': ['own'],
  /** How far an application is, with the facts of the business. */
  'monitored-application': ['watching'],
  /** What somebody sees who said why. */
  'exceptional-file': ['exceptional'],
  /** What stands on the wall: whoever knows the number may check it. */
  verification: ['public'],
} as const satisfies Record<string, readonly Standing[]>;

/** Something that can be read. */
export type Thing = keyof typeof readers;

/** As whom the person may read the thing of this matter; undefined: for this person it is not there. */
export function readsAs(person: PersonActor | undefined, thing: Thing, matter: Matter): Standing | undefined {
  const may: readonly Standing[] = readers[thing];
  return standingsTo(person, matter).find((standing) => may.includes(standing));
}
