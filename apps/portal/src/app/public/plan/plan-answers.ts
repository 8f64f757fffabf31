import { Injectable } from '@angular/core';
import type { CaseAnswers } from '@anuyat/licence-kit';

/** The answers to a journey's questions, kept on the device so that signing in or coming back loses nothing. */
@Injectable({ providedIn: 'root' })
export class PlanAnswers {
  of(journey: string): CaseAnswers {
    try {
      return JSON.parse(localStorage.getItem(this.nameOf(journey)) ?? '{}') as CaseAnswers;
    } catch {
      return {};
    }
  }

  keep(journey: string, answers: CaseAnswers): void {
    try {
      localStorage.setItem(this.nameOf(journey), JSON.stringify(answers));
    } catch {
      // Without storage the answers live as long as the page.
    }
  }

  /** The case holds them now. */
  forget(journey: string): void {
    localStorage.removeItem(this.nameOf(journey));
  }

  private nameOf(journey: string): string {
    return `anuyat.plan.${journey}`;
  }
}
