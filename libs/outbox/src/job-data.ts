/** What a job carries: the effects of one queue that one claim found, at most so many as share a transaction. */
export interface JobData {
  effects: {
    outboxId: string;
    effect: string;
    /** Whose effect it is. */
    applicationId: string;
  }[];
}
