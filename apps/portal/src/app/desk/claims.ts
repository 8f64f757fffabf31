import { Injectable, inject, signal } from '@angular/core';
import type { Problem, TaskSummary } from '@anuyat/contract';
import { ApiClient } from '../core/api-client';
import { toProblem } from '../core/problem';

/** Why a task could not be taken or given back. */
export interface ClaimTrouble {
  taskId: string;
  problem: Problem;
}

/** Takes a task for oneself, or gives it back to the office, so that two people do not read the same file. */
@Injectable()
export class Claims {
  private readonly api = inject(ApiClient);
  private readonly busy = signal<string | null>(null);
  private readonly failed = signal<ClaimTrouble | null>(null);

  /** The task that is being taken or given back. */
  readonly busyWith = this.busy.asReadonly();
  readonly trouble = this.failed.asReadonly();

  claim(task: Pick<TaskSummary, 'id'>): Promise<boolean> {
    return this.send(task.id, 'claim');
  }

  release(task: Pick<TaskSummary, 'id'>): Promise<boolean> {
    return this.send(task.id, 'release');
  }

  forget(): void {
    this.failed.set(null);
  }

  /** Gives whether it worked; both may be repeated without harm. */
  private async send(taskId: string, what: 'claim' | 'release'): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(taskId);
    this.failed.set(null);
    try {
      await this.api.send('POST', `/api/tasks/${encodeURIComponent(taskId)}/${what}`, {}, crypto.randomUUID());
      return true;
    } catch (error) {
      this.failed.set({ taskId, problem: toProblem(error) });
      return false;
    } finally {
      this.busy.set(null);
    }
  }
}
