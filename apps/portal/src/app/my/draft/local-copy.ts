import { isPersonalId } from '@anuyat/dictionary';

/** Answers that the server has not acknowledged yet, by path. */
export type Pending = Record<string, unknown>;

/**
 * The copy on this device of what was typed and not yet saved; it outlives a reload, a crash and a lost connection,
 * and is emptied when the server has everything. Numbers of persons are left out: the device may be anybody's.
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
    const kept = Object.entries(pending).filter(([, value]) => typeof value !== 'string' || !isPersonalId(value));
    try {
      if (kept.length === 0) localStorage.removeItem(this.name);
      else localStorage.setItem(this.name, JSON.stringify(Object.fromEntries(kept)));
    } catch {
      // A device without storage still keeps what is typed while the page is open.
    }
  }
}
