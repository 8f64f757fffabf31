import type { Pending } from './local-copy';

export interface SavedElsewhere {
  revision: number;
  changes: Pending;
}

/** Windows of one browser tell each other what they saved of a case. */
export class WindowTalk {
  private readonly channel: BroadcastChannel | undefined;

  constructor(caseId: string, hear: (saved: SavedElsewhere) => void) {
    if (typeof BroadcastChannel === 'undefined') return;
    this.channel = new BroadcastChannel(`anuyat.case.${caseId}`);
    this.channel.onmessage = (event: MessageEvent<SavedElsewhere>) => hear(event.data);
  }

  tell(saved: SavedElsewhere): void {
    this.channel?.postMessage(saved);
  }

  close(): void {
    this.channel?.close();
  }
}
