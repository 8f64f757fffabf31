import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Problem, TellDates, VaultPaper, VaultView } from '@anuyat/contract';
import { Announcer, BackLink, Button, Dialog, Empty, Language, Loading, ProblemView, SayPipe } from '@anuyat/ui';
import { ApiClient } from '../../core/api-client';
import { toProblem } from '../../core/problem';
import { KeepForm } from './keep-form';
import { VaultCard } from './vault-card';

/** The papers that a person and their businesses keep for later cases. */
@Component({
  selector: 'anuyat-vault-page',
  imports: [BackLink, Button, Dialog, Empty, KeepForm, Loading, ProblemView, SayPipe, TranslocoPipe, VaultCard],
  template: `
    <div class="page reading">
      <ui-back-link link="/my" [title]="'my.cases.title' | transloco" />
      <h1 id="vault-heading" tabindex="-1">{{ 'my.vault.title' | transloco }}</h1>
      <p class="soft">{{ 'my.vault.lead' | transloco }}</p>
      @if (vault.hasValue()) {
        <anuyat-keep-form [kinds]="vault.value().kinds" [businesses]="vault.value().businesses" (kept)="vault.reload()" />
        @if (problem(); as problem) {
          <ui-problem [problem]="problem" isSafe />
        }
        @for (group of groups(); track group.id) {
          <section [attr.aria-labelledby]="'owner-' + group.id">
            <h2 class="group-title" [id]="'owner-' + group.id">@if (group.name) { {{ group.name | say }} } @else { {{ 'my.vault.own' | transloco }} } <span class="soft">({{ group.papers.length }})</span></h2>
            <ul class="plain-list stack">
              @for (paper of group.papers; track paper.id) {
                <li><anuyat-vault-card [paper]="paper" [freshMonths]="freshMonthsOf(paper)" [isBusy]="busyWith() === paper.id" (told)="tellDates(paper, $event)" (removed)="leaving.set(paper)" /></li>
              }
            </ul>
          </section>
        } @empty {
          <ui-empty [heading]="'my.vault.empty' | transloco"><p>{{ 'my.vault.emptyText' | transloco }}</p></ui-empty>
        }
        <ui-dialog [heading]="'my.vault.removeTitle' | transloco" [isOpen]="leaving() !== undefined" [hasClose]="false" (isOpenChange)="leaving.set(undefined)">
          <p><span class="strong">{{ leaving()?.fileName }}</span></p>
          <p>{{ 'my.vault.removeText' | transloco }}</p>
          <div class="actions">
            <button type="button" uiButton="danger" (click)="remove()">{{ 'my.vault.remove' | transloco }}</button>
            <button type="button" uiButton="secondary" (click)="leaving.set(undefined)">{{ 'my.vault.keep' | transloco }}</button>
          </div>
        </ui-dialog>
      } @else if (vault.error()) {
        <ui-problem [problem]="toProblem(vault.error())" canRetry (retry)="vault.reload()" />
      } @else {
        <ui-loading [rows]="4" />
      }
    </div>
  `,
})
export class VaultPage {
  private readonly api = inject(ApiClient);
  private readonly announcer = inject(Announcer);
  private readonly language = inject(Language);
  protected readonly vault = httpResource<VaultView>(() => '/api/vault');
  protected readonly toProblem = toProblem;
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly busyWith = signal<string | undefined>(undefined);
  protected readonly leaving = signal<VaultPaper | undefined>(undefined);

  protected readonly groups = computed(() => {
    if (!this.vault.hasValue()) return [];
    const { papers, businesses } = this.vault.value();
    const own = { id: 'own', name: undefined, papers: papers.filter(({ business }) => business === null) };
    const others = businesses.map(({ juristicId, name }) => ({ id: juristicId, name, papers: papers.filter(({ business }) => business?.juristicId === juristicId) }));
    return [own, ...others].filter((group) => group.papers.length > 0);
  });

  protected freshMonthsOf({ code }: VaultPaper): number | undefined {
    return this.vault.value()?.kinds.find((kind) => kind.code === code)?.freshMonths;
  }

  protected tellDates(paper: VaultPaper, dates: TellDates): Promise<void> {
    return this.act(paper, { th: 'บันทึกวันที่แล้ว', en: 'Dates saved' }, () => this.api.send('PUT', `/api/vault/papers/${paper.id}/dates`, dates));
  }

  protected async remove(): Promise<void> {
    const paper = this.leaving();
    this.leaving.set(undefined);
    if (!paper) return;
    await this.act(paper, { th: 'นำออกแล้ว', en: 'Taken out' }, () => this.api.send('DELETE', `/api/vault/papers/${paper.id}`));
    document.getElementById('vault-heading')?.focus();
  }

  private async act(paper: VaultPaper, done: { th: string; en: string }, work: () => Promise<unknown>): Promise<void> {
    this.busyWith.set(paper.id);
    this.problem.set(undefined);
    try {
      await work();
      this.announcer.say(`${this.language.say(done)} ${paper.fileName}`);
      this.vault.reload();
    } catch (error) {
      this.problem.set(toProblem(error));
    } finally {
      this.busyWith.set(undefined);
    }
  }
}
