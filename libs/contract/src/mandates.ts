import type { Text } from '@anuyat/licence-kit';

/** What a mandate allows: preparing drafts and papers; filing, answering and withdrawing; renewing, changing and ending licences. */
export type MandateAct = 'prepare' | 'file' | 'licences';

export interface MandateView {
  id: string;
  company: { juristicId: string; name: Text };
  ground: 'director' | 'power-of-attorney';
  acts: MandateAct[];
  /** Who holds it. */
  holder: Text;
  since: string;
  /** Null: until it is ended. */
  until: string | null;
  /** Director by the register's names alone, which hold no number of a person: offices check it. */
  isByNameOnly: boolean;
  /** The company's rule on who signs, as the register has it. */
  signing?: string;
}

export interface MandateRequestView {
  id: string;
  company: { juristicId: string; name: Text };
  asker: Text;
  acts: MandateAct[];
  until: string;
  words: string;
  askedAt: string;
  decision: 'granted' | 'declined' | null;
}

/** `GET /api/mandates` */
export interface MandatesView {
  /** For whom this session acts now. */
  actingFor: string | null;
  mine: MandateView[];
  /** Of those whom one may send away as a director. */
  given: MandateView[];
  /** That wait for one's decision as a director. */
  toDecide: MandateRequestView[];
  asked: MandateRequestView[];
}

/** `POST /api/mandates/requests` */
export interface AskMandate {
  juristicId: string;
  acts: MandateAct[];
  /** Last day, such as `2027-03-31`. */
  until: string;
  words: string;
}
