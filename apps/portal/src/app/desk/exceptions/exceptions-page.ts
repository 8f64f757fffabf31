import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { holds } from '@anuyat/access/shell';
import type { ExceptionView } from '@anuyat/contract';
import { BackLink, Button, Empty, ErrorSummary, Field, Loading, MomentPipe, ProblemView, describedBy } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';
import { toProblem } from '../../core/problem';
import { Session } from '../../core/session';

const SHELF = 'anuyat.exception';
const GROUNDS = ['emergency', 'complaint', 'oversight', 'court'] as const;
const LEAST_WORDS = 20;

interface Asked {
  number: string;
  ground: string;
  reason: string;
}

/** Asks to look at a case that is none of the office's: with a reason that the applicant reads. What was typed stays while one confirms who one is. */
@Component({
  selector: 'desk-exceptions-page',
  imports: [BackLink, Button, Empty, ErrorSummary, Field, Loading, MomentPipe, ProblemView, RouterLink, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../core/staff.css', '../desk.css'],
  template: `
    <div class="page reading staff">
      <ui-back-link link="/desk" [title]="'desk.inbox.heading' | transloco" />
      <h1>{{ 'desk.exceptions.heading' | transloco }}</h1>
      <p>{{ 'desk.exceptions.lead' | transloco }}</p>
      @if (mayAsk()) {
        <ui-error-summary [problems]="summary()" />
        @if (asking.problem(); as trouble) {
          <ui-problem [problem]="trouble" [isSafe]="true" />
        }
        <form novalidate (submit)="ask($event)">
          <ui-field for="number" [label]="'desk.exceptions.number' | transloco" [help]="'desk.exceptions.numberHelp' | transloco" [error]="faults()['number'] ?? ''">
            <input #number class="input input-medium" id="number" autocomplete="off" [value]="asked().number" [attr.aria-invalid]="faults()['number'] ? true : null" [attr.aria-describedby]="describe('number', true)" (input)="write({ number: number.value })" />
          </ui-field>
          <ui-field for="ground" [label]="'desk.exceptions.ground' | transloco" [error]="faults()['ground'] ?? ''">
            <select #ground class="input input-medium" id="ground" [attr.aria-invalid]="faults()['ground'] ? true : null" [attr.aria-describedby]="describe('ground', false)" (change)="write({ ground: ground.value })">
              <option value="" [selected]="!asked().ground"></option>
              @for (one of grounds; track one) {
                <option [value]="one" [selected]="asked().ground === one">{{ 'desk.exceptions.grounds.' + one | transloco }}</option>
              }
            </select>
          </ui-field>
          <ui-field for="reason" [label]="'desk.exceptions.reason' | transloco" [help]="'desk.exceptions.reasonHelp' | transloco" [error]="faults()['reason'] ?? ''">
            <textarea #reason class="input" id="reason" rows="4" maxlength="1000" [value]="asked().reason" [attr.aria-invalid]="faults()['reason'] ? true : null" [attr.aria-describedby]="describe('reason', true)" (input)="write({ reason: reason.value })"></textarea>
          </ui-field>
          <div class="actions"><button type="submit" uiButton="primary" [isBusy]="asking.isBusy()">{{ 'desk.exceptions.open' | transloco }}</button></div>
        </form>
      } @else {
        <ui-empty [heading]="'desk.exceptions.notYou' | transloco"><p>{{ 'desk.exceptions.notYouHelp' | transloco }}</p></ui-empty>
      }
      @if (list.hasValue()) {
        @if (list.value().length > 0) {
          <h2 class="exceptions-open">{{ 'desk.exceptions.current' | transloco }}</h2>
          <ul class="cards plain-list">
            @for (one of list.value(); track one.id) {
              <li class="card">
                <a [routerLink]="['/desk/exceptions', one.id]"><strong class="figures">{{ one.caseNumber }}</strong> {{ one.businessName }}</a>
                <p class="small soft">{{ 'desk.exceptions.until' | transloco: { moment: (one.until | moment) } }} · {{ one.reason }}</p>
              </li>
            }
          </ul>
        }
      } @else if (problem(); as trouble) {
        <ui-problem [problem]="trouble" canRetry (retry)="list.reload()" />
      } @else {
        <ui-loading [rows]="2" />
      }
    </div>
  `,
})
export class ExceptionsPage {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly transloco = inject(TranslocoService);
  protected readonly grounds = GROUNDS;
  protected readonly list = httpResource<ExceptionView[]>(() => '/api/exceptions');
  protected readonly problem = computed(() => (this.list.error() ? toProblem(this.list.error()) : null));
  protected readonly mayAsk = computed(() => {
    const account = this.session.account();
    return account !== undefined && (holds(account, 'approve') || holds(account, 'supervise'));
  });

  protected readonly asked = signal<Asked>({ number: '', ground: '', reason: '', ...(JSON.parse(sessionStorage.getItem(SHELF) ?? '{}') as Partial<Asked>) });
  private readonly isTried = signal(false);
  protected readonly faults = computed<Record<string, string>>(() => {
    if (!this.isTried()) return {};
    const { number, ground, reason } = this.asked();
    return {
      ...(number.trim().length < 3 ? { number: this.say('numberMissing') } : {}),
      ...(ground ? {} : { ground: this.say('groundMissing') }),
      ...(reason.trim().length < LEAST_WORDS ? { reason: this.say('reasonShort') } : {}),
    };
  });
  protected readonly summary = computed(() => Object.entries(this.faults()).map(([target, message]) => ({ target, message })));
  protected readonly asking = new Act((key) => this.api.send<{ id: string }>('POST', '/api/exceptions', this.body(), key));

  protected write(change: Partial<Asked>): void {
    this.asked.update((so) => ({ ...so, ...change }));
  }

  protected describe(name: string, hasHelp: boolean): string | null {
    return describedBy(name, hasHelp, this.faults()[name]);
  }

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    this.isTried.set(true);
    if (this.summary().length > 0) return;
    sessionStorage.setItem(SHELF, JSON.stringify(this.asked()));
    const opened = await this.asking.run(this.asked());
    if (!opened) return;
    sessionStorage.removeItem(SHELF);
    await this.router.navigate(['/desk/exceptions', opened.id]);
  }

  private body(): Asked {
    const { number, ground, reason } = this.asked();
    return { number: number.trim(), ground, reason: reason.trim() };
  }

  private say(key: string): string {
    return this.transloco.translate<string>(`desk.exceptions.${key}`);
  }
}
