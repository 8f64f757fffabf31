import type { LicenceDefinition, StoredState } from '@anuyat/licence-kit';

/** An application as it was filed. */
export interface Filed {
  id: string;
  caseId: string;
  code: string;
  definition: LicenceDefinition;
  offices: Record<string, { office: string }>;
}

/** A line of its history: what came in, when, and how it stands since. */
export interface SeenLine {
  revision: number;
  type: string;
  /** Milliseconds since 1970. */
  at: number;
  state: Pick<StoredState, 'value'>;
}
