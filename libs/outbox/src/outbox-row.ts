/** One effect on its way: made in the event's transaction, gone when the effect is done. */
export interface OutboxRow {
  id: string;
  applicationId: string;
  caseId: string;
  /** The application's revision that asked for the effect. */
  revision: number;
  effect: string;
  params: Record<string, unknown>;
  queue: string | null;
}
