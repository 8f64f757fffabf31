import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MandateAct, MandatesView } from '@anuyat/contract';
import { isIsoDate } from '@anuyat/dictionary';
import { BackLink, Button, DayField, DayPipe, Empty, Field, Loading, Notification, ProblemView, SayPipe, Tag } from '@anuyat/ui';
import { Act } from '../core/act';
import { ApiClient } from '../core/api-client';
import { toProblem } from '../core/problem';

const ACTS: readonly MandateAct[] = ['prepare', 'file', 'licences'];

/** For which companies one may act, and who may act for one's company. */
@Component({
  selector: 'anuyat-mandates-page',
  imports: [BackLink, Button, DayField, DayPipe, Empty, Field, Loading, Notification, ProblemView, SayPipe, Tag, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrl: './account.css',
  templateUrl: './mandates-page.html',
})
export class MandatesPage {
  private readonly api = inject(ApiClient);
  protected readonly mandates = httpResource<MandatesView>(() => '/api/mandates');
  protected readonly problem = computed(() => (this.mandates.error() ? toProblem(this.mandates.error()) : undefined));
  protected readonly everyAct = ACTS;
  protected readonly director = signal('');
  protected readonly company = signal('');
  protected readonly acts = signal<readonly MandateAct[]>(['prepare']);
  protected readonly until = signal('');
  protected readonly words = signal('');
  protected readonly isAsked = signal(false);
  protected readonly canAsk = computed(() => isNumber(this.company()) && this.acts().length > 0 && isIsoDate(this.until()) && this.words().trim() !== '');
  protected readonly canClaim = computed(() => isNumber(this.director()));

  /** Whose name the session bears changes everywhere, so the portal begins anew. */
  protected readonly acting = new Act<true>(async (key) => {
    await this.api.send('POST', '/api/mandates/acting', { juristicId: this.chosen }, key);
    location.assign(this.chosen === null ? '/account/mandates' : '/my');
    return true;
  });
  protected readonly claiming = new Act<true>(async (key) => {
    await this.api.send('POST', '/api/mandates/directorships', { juristicId: plain(this.director()) }, key);
    return true;
  });
  protected readonly asking = new Act<true>(async (key) => {
    await this.api.send('POST', '/api/mandates/requests', { juristicId: plain(this.company()), acts: this.acts(), until: this.until(), words: this.words().trim() }, key);
    return true;
  });
  protected readonly deciding = new Act<true>(async (key) => {
    await this.api.send('POST', `/api/mandates/requests/${this.decision.id}/decision`, { isGranted: this.decision.isGranted }, key);
    return true;
  });
  protected readonly ending = new Act<true>(async (key) => {
    await this.api.send('DELETE', `/api/mandates/${this.ended}`, undefined, key);
    return true;
  });
  private chosen: string | null = null;
  private decision = { id: '', isGranted: false };
  private ended = '';

  protected async actFor(juristicId: string | null): Promise<void> {
    this.chosen = juristicId;
    await this.acting.run(juristicId);
  }

  protected async claim(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.canClaim() || !(await this.claiming.run(this.director()))) return;
    this.director.set('');
    this.mandates.reload();
  }

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.canAsk() || !(await this.asking.run([this.company(), this.acts(), this.until(), this.words()]))) return;
    this.words.set('');
    this.isAsked.set(true);
    this.mandates.reload();
  }

  protected async decide(id: string, isGranted: boolean): Promise<void> {
    this.decision = { id, isGranted };
    if (await this.deciding.run(this.decision)) this.mandates.reload();
  }

  protected async end(id: string): Promise<void> {
    this.ended = id;
    if (await this.ending.run(id)) this.mandates.reload();
  }

  protected pick(act: MandateAct, event: Event): void {
    const isPicked = (event.target as HTMLInputElement).checked;
    this.acts.update((acts) => ACTS.filter((one) => (one === act ? isPicked : acts.includes(one))));
  }
}

function plain(number: string): string {
  return number.replace(/[\s-]/g, '');
}

function isNumber(number: string): boolean {
  return /^0\d{12}$/.test(plain(number));
}
