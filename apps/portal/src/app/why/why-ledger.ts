import { httpResource } from '@angular/common/http';
import { Injectable, computed, signal } from '@angular/core';
import type { DecisionView, WhyView } from '@anuyat/contract';

/** The decisions of one page's case or task, read when somebody asks why. */
@Injectable()
export class WhyLedger {
  private readonly asked = signal<string | undefined>(undefined);
  readonly answer = httpResource<WhyView>(() => this.asked());
  readonly decisions = computed<readonly DecisionView[]>(() => (this.answer.hasValue() ? this.answer.value().decisions : []));

  /** @param path of the api, such as `/api/cases/ID/why`. */
  ask(path: string): void {
    if (this.asked() === path) this.answer.reload();
    else this.asked.set(path);
  }
}
