import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TellDates, VaultPaper } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import { paperAge } from '@anuyat/licence-kit';
import { Button, BytesPipe, DayPipe, SayPipe, ScanMark, Tag, canOpen } from '@anuyat/ui';
import { DatesForm } from '../papers/dates-form';

/** A kept paper: how fresh it is, which cases have it, and what can be done with it. */
@Component({
  selector: 'anuyat-vault-card',
  imports: [Button, BytesPipe, DatesForm, DayPipe, RouterLink, SayPipe, ScanMark, Tag, TranslocoPipe],
  template: `
    <article class="card" [attr.aria-label]="(paper().title | say) + ' ' + paper().fileName">
      <div class="row row-apart">
        <h3 class="card-title">{{ paper().title | say }}</h3>
        @if (age() === 'expired') {
          <ui-tag tone="late">{{ 'my.vault.age.expired' | transloco }}</ui-tag>
        } @else if (age() === 'undated') {
          <ui-tag tone="wait">{{ 'my.vault.age.undated' | transloco }}</ui-tag>
        } @else if (paper().expiresOn) {
          <ui-tag tone="done">{{ 'my.vault.age.fresh' | transloco }}</ui-tag>
        }
      </div>
      <p class="file-name">{{ paper().fileName }} <span class="soft small">{{ paper().bytes | bytes }}</span></p>
      <p class="small">
        @if (paper().issuedOn; as day) { {{ 'my.vault.issued' | transloco }} {{ day | day }} · }
        @if (paper().expiresOn; as day) { {{ 'my.vault.expires' | transloco }} {{ day | day }} · }
        {{ 'my.vault.added' | transloco }} {{ paper().addedAt | day }}
      </p>
      @if (freshMonths(); as months) {
        <p class="small soft">{{ 'my.vault.freshFor' | transloco: { months } }}</p>
      }
      @if (paper().usedBy.length > 0) {
        <p class="small">{{ 'my.vault.usedBy' | transloco }}
          @for (one of paper().usedBy; track one.caseId; let isLast = $last) {
            <a [routerLink]="['/my/cases', one.caseId]">{{ one.businessName ?? '' }} {{ one.number ?? ('my.vault.draft' | transloco) }}</a>@if (!isLast) {, }
          }
        </p>
      }
      <anuyat-dates-form [about]="paper().fileName" [dates]="paper()" [isBusy]="isBusy()" (told)="told.emit($event)" />
      <div class="row">
        <ui-scan-mark [scan]="paper().scan" />
        @if (canOpen(paper())) {
          <a class="small" [href]="'/api/vault/papers/' + paper().id + '/content'">{{ 'my.papers.open' | transloco }}<span class="visually-hidden"> {{ paper().fileName }}</span></a>
        }
        @if (paper().isWaitedFor) {
          <span class="small soft">{{ 'my.vault.waits' | transloco }}</span>
        } @else {
          <button type="button" uiButton="quiet" isSmall [isBusy]="isBusy()" (click)="removed.emit()">{{ 'my.vault.remove' | transloco }}<span class="visually-hidden"> {{ paper().fileName }}</span></button>
        }
      </div>
    </article>
  `,
})
export class VaultCard {
  readonly paper = input.required<VaultPaper>();
  /** Where a licence asks how old it is. */
  readonly freshMonths = input<number>();
  readonly isBusy = input(false);
  protected readonly canOpen = canOpen;
  readonly told = output<TellDates>();
  readonly removed = output<void>();
  protected readonly age = computed(() => paperAge(this.paper(), { freshMonths: this.freshMonths() }, bangkokDate(new Date())));
}
