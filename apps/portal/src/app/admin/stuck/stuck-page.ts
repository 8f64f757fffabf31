import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { StuckWorkView } from '@anuyat/contract';
import { Button, Empty, Loading, MomentPipe, Notification, ProblemView, SayPipe, Tag } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';
import { toProblem } from '../../core/problem';
import { AdminNav } from '../admin-nav';

/** What the portal itself has to do and cannot: why, since when, and “try now” once the cause is mended. */
@Component({
  selector: 'admin-stuck-page',
  imports: [AdminNav, Button, Empty, Loading, MomentPipe, Notification, ProblemView, SayPipe, Tag, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../core/staff.css', '../admin.css'],
  templateUrl: './stuck-page.html',
})
export class StuckPage {
  private readonly api = inject(ApiClient);
  protected readonly answer = httpResource<StuckWorkView[]>(() => '/api/admin/stuck');
  protected readonly problem = computed(() => (this.answer.error() ? toProblem(this.answer.error()) : null));
  protected readonly trying = signal<string | null>(null);
  /** The reference of what was handed over again, until the list is asked for anew. */
  protected readonly tried = signal<string | null>(null);
  protected readonly act = new Act<true>(async (key) => {
    await this.api.send('POST', `/api/admin/stuck/${this.trying() ?? ''}/try`, undefined, key);
    return true;
  });

  protected async tryNow({ id, reference }: StuckWorkView): Promise<void> {
    this.trying.set(id);
    this.tried.set(null);
    if (await this.act.run(id)) this.tried.set(reference);
  }

  protected look(): void {
    this.tried.set(null);
    this.act.forget();
    this.answer.reload();
  }
}
