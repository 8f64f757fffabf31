import { Injectable, inject, signal } from '@angular/core';
import type { PlanView, Problem } from '@anuyat/contract';
import type { CaseAnswers } from '@anuyat/licence-kit';
import { ApiClient } from '../../core/api-client';
import { toProblem } from '../../core/problem';

const PAUSE_MS = 350;

/** The plan that follows the answers: asked for again shortly after each change; only the newest reply counts. */
@Injectable()
export class LivePlan {
  private readonly api = inject(ApiClient);
  private readonly newest = signal<PlanView | undefined>(undefined);
  private readonly trouble = signal<Problem | undefined>(undefined);
  private readonly asking = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;

  readonly plan = this.newest.asReadonly();
  readonly problem = this.trouble.asReadonly();
  readonly isAsking = this.asking.asReadonly();

  askSoon(journey: string, answers: CaseAnswers): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(journey, answers), PAUSE_MS);
  }

  async ask(journey: string, answers: CaseAnswers): Promise<void> {
    const turn = ++this.turn;
    this.asking.set(true);
    try {
      const plan = await this.api.plan(journey, answers);
      if (turn !== this.turn) return;
      this.newest.set(plan);
      this.trouble.set(undefined);
    } catch (error) {
      if (turn === this.turn) this.trouble.set(toProblem(error));
    } finally {
      if (turn === this.turn) this.asking.set(false);
    }
  }
}
