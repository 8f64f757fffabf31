import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import type { TaskView } from '@anuyat/contract';
import { ApiClient } from '../../core/api-client';
import { toProblem } from '../../core/problem';
import { changedDocuments, changedFacts } from './answers/changes';

/** The file on the desk: the task as it is now, and what of it changed since it was opened. */
@Injectable()
export class ReviewFile {
  private readonly api = inject(ApiClient);
  private readonly asked = signal('');
  private readonly answer = httpResource<TaskView>(() => (this.asked() ? `/api/tasks/${encodeURIComponent(this.asked())}` : undefined));

  readonly id = this.asked.asReadonly();
  /** The newest view; a failed refresh does not take away what is being read. */
  readonly task = linkedSignal<{ id: string; view: TaskView | undefined }, TaskView | undefined>({
    source: () => ({ id: this.asked(), view: this.answer.hasValue() ? this.answer.value() : undefined }),
    computation: ({ id, view }, before) => view ?? (before?.source.id === id ? before.value : undefined),
  });
  readonly problem = computed(() => (this.answer.error() ? toProblem(this.answer.error()) : null));
  readonly isLoading = this.answer.isLoading;

  /** The view that the officer has taken note of. */
  private readonly noted = linkedSignal<{ id: string; task: TaskView | undefined }, TaskView | undefined>({
    source: () => ({ id: this.asked(), task: this.task() }),
    computation: ({ id, task }, before) => (before?.source.id === id && before.value ? before.value : task),
  });
  readonly changes = computed(() => {
    const [before, after] = [this.noted(), this.task()];
    return before && after && before !== after ? { facts: changedFacts(before, after), documents: changedDocuments(before, after) } : { facts: [], documents: [] };
  });

  open(id: string): void {
    this.asked.set(id);
  }

  /** @throws what the server refused; the view that is shown stays. */
  async refetch(): Promise<TaskView> {
    const id = this.asked();
    const fresh = await this.api.send<TaskView>('GET', `/api/tasks/${encodeURIComponent(id)}`);
    if (this.asked() === id) this.answer.set(fresh);
    return fresh;
  }

  /** Asks again after a failure, showing the failure if it comes again. */
  reload(): void {
    this.answer.reload();
  }

  takeNote(): void {
    this.noted.set(this.task());
  }
}
