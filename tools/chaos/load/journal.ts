/** A 2xx that somebody was given: what the portal promised with it. */
export type Receipt =
  | { kind: 'draft'; caseId: string; answersRevision: number }
  | { kind: 'document'; caseId: string; code: string; documentId: string }
  | { kind: 'filed'; caseId: string; number: string; applications: string[] }
  | { kind: 'event'; applicationId: string; type: string; revision: number; status: string; key: string }
  | { kind: 'paid'; ref1: string; amount: string; transactionId: string }
  | { kind: 'seen'; caseId: string; applications: { id: string; status: string; revision: number }[]; licences: string[]; paidBills: string[] };

/** An answer that no receipt came of. */
export interface Trouble {
  who: string;
  what: string;
  status: number;
  code: string | undefined;
  hasReference: boolean;
  saysWhen: boolean;
}

/** What all people of a run were told, kept outside of the system that is looked at. */
export class Journal {
  readonly receipts: Receipt[] = [];
  readonly troubles: Trouble[] = [];
  /** Sentences about what should never be answered, whatever happens. */
  readonly lies: string[] = [];
  readonly counts = { calls: 0, lostAnswers: 0, cutOff: 0, unavailable: 0, tooMany: 0, refused: 0, probes: 0 };

  note(receipt: Receipt): void {
    this.receipts.push(receipt);
  }

  of<K extends Receipt['kind']>(kind: K): Extract<Receipt, { kind: K }>[] {
    return this.receipts.filter((receipt): receipt is Extract<Receipt, { kind: K }> => receipt.kind === kind);
  }
}
