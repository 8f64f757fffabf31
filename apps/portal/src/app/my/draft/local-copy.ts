/** Answers that the server has not acknowledged yet, by path. */
export type Pending = Record<string, unknown>;

/**
 * The copy on this device of what was typed and not yet saved; it outlives a reload, a crash and a lost connection,
 * and is emptied when the server has everything.
 */
export class LocalCopy {
  private readonly name: string;

  constructor(caseId: string) {
    this.name = `anuyat.draft.${caseId}`;
  }

  read(): Pending {
    try {
      return JSON.parse(localStorage.getItem(this.name) ?? '{}') as Pending;
    } catch {
      return {};
    }
  }

  write(pending: Pending): void {
    try {
      if (Object.keys(pending).length === 0) localStorage.removeItem(this.name);
      else localStorage.setItem(this.name, JSON.stringify(pending));
    } catch {
      // A device without storage still keeps what is typed while the page is open.
    }
  }
}
