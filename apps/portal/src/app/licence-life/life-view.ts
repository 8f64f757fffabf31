import { HttpClient, httpResource } from '@angular/common/http';
import { Component, booleanAttribute, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { LicenceLifeView } from '@anuyat/contract';
import { Announcer, BahtPipe, Button, DayPipe, Language, Loading, MomentPipe, Notification, ProblemView, SayPipe, Timeline } from '@anuyat/ui';
import { firstValueFrom } from 'rxjs';
import { Act } from '../core/act';
import { toProblem } from '../core/problem';
import { LifeAnnual } from './life-annual';
import { LifeActForm } from './life-act-form';
import { actsOf, type LifeAct } from './life-acts';
import { LifeOffer } from './life-offer';
import { LifeEditions } from './life-editions';
import { LifeOrder } from './life-order';
import { filled, LIFE_WORDS, STANDING_WORDS } from './life-words';

/** How a licence stands, what its reader may do, and what became of it; the same for holders, officers and monitors. */
@Component({
  selector: 'life-view',
  imports: [BahtPipe, Button, DayPipe, LifeActForm, LifeAnnual, LifeEditions, LifeOffer, LifeOrder, Loading, MomentPipe, Notification, ProblemView, RouterLink, SayPipe, Timeline],
  templateUrl: './life-view.html',
})
export class LifeView {
  readonly number = input.required<string>();
  /** Whether the reader holds the licence: they renew, change and hand it over. */
  readonly isHolder = input(false, { transform: booleanAttribute });
  /** Told of each new state of the licence. */
  readonly loaded = output<LicenceLifeView>();
  protected readonly words = LIFE_WORDS;
  protected readonly standings = STANDING_WORDS;
  protected readonly filled = filled;
  protected readonly toProblem = toProblem;
  protected readonly life = httpResource<LicenceLifeView>(() => `/api/licences/${encodeURIComponent(this.number())}`);
  protected readonly acts = computed(() => (this.life.hasValue() ? actsOf(this.life.value()) : []));
  protected readonly open = signal<string | null>(null);
  protected readonly act = computed<LifeAct | undefined>(() => this.acts().find(({ event }) => event === this.open()));
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly language = inject(Language);

  protected readonly filing = new Act((key) => this.refile('renewal', key));
  protected readonly changing = new Act((key) => this.refile('change', key));

  constructor() {
    effect(() => {
      const life = this.life.hasValue() ? this.life.value() : undefined;
      if (life) untracked(() => this.loaded.emit(life));
    });
  }

  protected renew(): Promise<void> {
    return this.goOn(this.filing.run('renewal'));
  }

  protected change(): Promise<void> {
    return this.goOn(this.changing.run('change'));
  }

  protected done(act: LifeAct): void {
    this.open.set(null);
    this.announcer.say(this.language.say(act.title));
    this.life.reload();
  }

  private refile(what: 'renewal' | 'change', key: string): Promise<{ caseId: string }> {
    return firstValueFrom(this.http.post<{ caseId: string }>(`/api/licences/${encodeURIComponent(this.number())}/${what}`, {}, { headers: { 'idempotency-key': key } }));
  }

  private async goOn(filing: Promise<{ caseId: string } | undefined>): Promise<void> {
    const filed = await filing;
    if (filed) await this.router.navigate(['/my/cases', filed.caseId]);
  }
}
