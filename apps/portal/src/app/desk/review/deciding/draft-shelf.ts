import { Injectable, inject } from '@angular/core';
import { Session } from '../../../core/session';
import { EMPTY_DRAFT } from './drafts';
import type { Draft } from './drafts';

const SHELF = 'anuyat.desk.draft.';
const OPEN = 'open';

/**
 * Keeps what an officer has written and not yet sent, by task and act, so that neither a reload nor an expired session loses it.
 * It lies in this browser tab only, and belongs to the person who wrote it: another account finds nothing.
 */
@Injectable()
export class DraftShelf {
  private readonly session = inject(Session);

  /** The draft as it was left; where there is none, one that begins with `first`. */
  take(taskId: string, event: string, first: Partial<Draft> = {}): Draft {
    try {
      const kept = JSON.parse(sessionStorage.getItem(this.nameOf(taskId, event)) ?? '{}') as Partial<Draft>;
      return { ...EMPTY_DRAFT, ...first, ...kept };
    } catch {
      return EMPTY_DRAFT;
    }
  }

  put(taskId: string, event: string, draft: Draft): void {
    this.tryTo(() => sessionStorage.setItem(this.nameOf(taskId, event), JSON.stringify(draft)));
  }

  clear(taskId: string, event: string): void {
    this.tryTo(() => sessionStorage.removeItem(this.nameOf(taskId, event)));
  }

  /** Remembers which form was open, for the way round by the identity provider. */
  leaveOpen(taskId: string, event: string): void {
    this.tryTo(() => sessionStorage.setItem(this.nameOf(taskId, OPEN), event));
  }

  /** The event of the form that was left open; only once. */
  takeOpen(taskId: string): string | undefined {
    const event = sessionStorage.getItem(this.nameOf(taskId, OPEN)) ?? undefined;
    this.tryTo(() => sessionStorage.removeItem(this.nameOf(taskId, OPEN)));
    return event;
  }

  private nameOf(taskId: string, event: string): string {
    return `${SHELF}${this.session.account()?.id ?? 'nobody'}.${taskId}.${event}`;
  }

  /** A browser that keeps nothing still lets one decide. */
  private tryTo(act: () => void): void {
    try {
      act();
    } catch {
      return;
    }
  }
}
