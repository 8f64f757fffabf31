import { httpResource } from '@angular/common/http';
import { Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView, ComposedForm, FormDocument, UploadView, VaultPaper, VaultView } from '@anuyat/contract';
import { loadRules } from '@anuyat/form-renderer';
import type { FormRules } from '@anuyat/form-renderer';
import { BackLink, Button, Empty, Loading, ProblemView } from '@anuyat/ui';
import { toProblem } from '../../core/problem';
import { placeFacts } from '../draft/place-facts';
import { WhyLedger } from '../../why/why-ledger';
import { PaperSlot } from './paper-slot';

/** The papers that the answers ask for, each attached once for all offices. */
@Component({
  selector: 'anuyat-documents-page',
  imports: [BackLink, Button, Empty, Loading, PaperSlot, ProblemView, RouterLink, TranslocoPipe],
  providers: [WhyLedger],
  template: `
    <div class="page reading">
      <ui-back-link [link]="backTo()" [title]="'my.topic.backToList' | transloco" />
      <h1>{{ 'my.papers.title' | transloco }}</h1>
      @if (papers(); as papers) {
        @if (papers.length === 0) {
          <ui-empty [heading]="'my.papers.none' | transloco"><p>{{ 'my.papers.noneText' | transloco }}</p></ui-empty>
        } @else {
          <p class="soft">{{ 'my.papers.lead' | transloco }}</p>
          <div class="stack">
            @for (paper of papers; track paper.document.code) {
              <anuyat-paper-slot [caseId]="id()" [paper]="paper.document" [isRequired]="paper.isRequired" [files]="filesOf(paper.document)" [kept]="keptFor(paper.document)" [unfinished]="unfinishedOf(paper.document)" (changed)="look()" />
            }
          </div>
          <p class="small soft">{{ 'my.papers.notNeeded' | transloco }}</p>
        }
        <div class="actions"><a uiButton [routerLink]="backTo()">{{ 'my.papers.done' | transloco }}</a></div>
      } @else if (problem(); as problem) {
        <ui-problem [problem]="problem" isSafe canRetry (retry)="reload()" />
      } @else {
        <ui-loading [rows]="4" />
      }
    </div>
  `,
})
export class DocumentsPage {
  readonly id = input.required<string>();
  readonly from = input<string>();
  protected readonly case = httpResource<CaseView>(() => `/api/cases/${this.id()}`);
  private readonly form = httpResource<ComposedForm>(() => `/api/cases/${this.id()}/form`);
  private readonly vault = httpResource<VaultView>(() => '/api/vault');
  private readonly uploads = httpResource<UploadView[]>(() => '/api/uploads');
  private readonly rules = signal<FormRules | undefined>(undefined);

  protected readonly papers = computed(() => {
    const rules = this.rules();
    if (!rules || !this.case.hasValue() || !this.form.hasValue()) return undefined;
    const { documents } = this.form.value();
    const { answers, place } = this.case.value();
    const needs = new Map(rules.documentNeeds(documents, { ...answers, ...placeFacts(place) }).map((need) => [need.code, need]));
    return documents
      .filter(({ code }) => needs.get(code)?.isAsked)
      .map((document) => ({ document, isRequired: needs.get(document.code)?.isRequired === true }));
  });
  protected readonly problem = computed(() => {
    const error = this.case.error() ?? this.form.error();
    return error ? toProblem(error) : undefined;
  });
  protected readonly backTo = computed(() => `/my/cases/${this.id()}${this.from() === 'check' ? '/check' : ''}`);

  constructor() {
    void loadRules().then((rules) => this.rules.set(rules));
  }

  protected filesOf({ code }: FormDocument): CaseView['documents'] {
    return this.case.hasValue() ? this.case.value().documents.filter((file) => file.code === code) : [];
  }

  /** Papers of one's own, and of the business that the case is for; without the vault the page works as well. */
  protected keptFor({ code }: FormDocument): readonly VaultPaper[] {
    if (!this.vault.hasValue() || !this.case.hasValue()) return [];
    const applicant = this.case.value().answers['applicant'] as { juristicId?: string } | undefined;
    const fits = ({ business }: VaultPaper) => business === null || business.juristicId === applicant?.juristicId;
    return this.vault.value().papers.filter((paper) => paper.code === code && fits(paper));
  }

  /** What stopped on its way here; without the list the page works as well. */
  protected unfinishedOf({ code }: FormDocument): readonly UploadView[] {
    return this.uploads.hasValue() ? this.uploads.value().filter((one) => one.caseId === this.id() && one.code === code) : [];
  }

  protected look(): void {
    this.case.reload();
    this.uploads.reload();
  }

  protected reload(): void {
    this.case.reload();
    this.form.reload();
  }
}
