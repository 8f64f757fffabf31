import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { VersionProposal, VersionProposals } from '@anuyat/contract';
import { Announcer, Button, Field, MomentPipe, ProblemView, SayPipe, Tag, describedBy } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';
import { PROPOSAL_TONES } from './state-tones';

/** One proposal: who made it, what it is bound to, what became of it; and while it is open, deciding it or taking it back. */
@Component({
  selector: 'admin-proposal-card',
  imports: [Button, Field, MomentPipe, ProblemView, SayPipe, Tag, TranslocoPipe],
  template: `
    @let each = proposal();
    <p class="row">
      <span class="strong">{{ 'admin.versions.proposals.' + each.kind | transloco: { count: each.applications } }}</span>
      <ui-tag [tone]="tones[each.state]">{{ 'admin.versions.proposals.states.' + each.state | transloco }}</ui-tag>
    </p>
    <dl class="proposal-facts">
      <div><dt class="small soft">{{ 'admin.versions.proposals.by' | transloco }}</dt><dd>{{ each.proposedBy | say }} <span class="small soft">{{ each.proposedAt | moment }}</span></dd></div>
      @if (each.kind === 'publication') {
        <div><dt class="small soft">{{ 'admin.versions.from' | transloco }}</dt><dd>{{ each.effectiveFrom ? (each.effectiveFrom | moment) : ('admin.versions.proposals.atOnce' | transloco) }}</dd></div>
      }
      @if (each.note; as note) {
        <div><dt class="small soft">{{ 'admin.versions.note' | transloco }}</dt><dd class="as-typed">{{ note }}</dd></div>
      }
      @if (each.decidedAt; as at) {
        <div><dt class="small soft">{{ 'admin.versions.proposals.ended.' + each.state | transloco }}</dt><dd>@if (each.decidedBy; as who) {{{ who | say }} }<span class="small soft">{{ at | moment }}</span></dd></div>
      }
      @if (each.reason; as reason) {
        <div><dt class="small soft">{{ 'admin.versions.proposals.reason' | transloco }}</dt><dd class="as-typed">{{ reason }}</dd></div>
      }
      @if (each.outcomes; as outcomes) {
        <div><dt class="small soft">{{ 'admin.versions.proposals.outcomes' | transloco }}</dt><dd>
          {{ 'admin.versions.moved' | transloco: { count: moved() } }}
          @for (stayed of outcomes; track stayed.applicationId) {
            @if (stayed.why; as why) {
              <span class="task-line small">{{ why | say }}</span>
            }
          }
        </dd></div>
      }
      <div><dt class="small soft">{{ 'admin.versions.proposals.digest' | transloco }}</dt><dd><code class="hash small">{{ each.digest }}</code></dd></div>
    </dl>
    @for (trouble of [confirming.problem(), declining.problem(), takingBack.problem()]; track $index) {
      @if (trouble) {
        <ui-problem [problem]="trouble" isSafe [canRetry]="trouble.status === 409" (retry)="decided.emit()">
          @for (field of trouble.fields ?? []; track $index) {
            <p>{{ field.message | say }}</p>
          }
        </ui-problem>
      }
    }
    @if (each.state === 'open' && each.isOwn) {
      <p class="small">{{ 'admin.versions.proposals.waitsForAnother' | transloco }}</p>
      <div class="actions"><button type="button" uiButton="quiet" [isBusy]="takingBack.isBusy()" (click)="takeBack()">{{ 'admin.versions.proposals.takeBack' | transloco }}</button></div>
    } @else if (each.state === 'open') {
      <p class="small">{{ 'admin.versions.proposals.yours' | transloco }}</p>
      <form (submit)="decline($event, reason.value)">
        <div class="actions"><button type="button" uiButton [isBusy]="confirming.isBusy()" (click)="confirm()">{{ 'admin.versions.proposals.confirm.' + each.kind | transloco: { version: version(), count: each.applications } }}</button></div>
        <ui-field [for]="'decline-' + each.id" [label]="'admin.versions.proposals.reason' | transloco" [help]="'admin.versions.proposals.reasonHelp' | transloco" [error]="fault()">
          <textarea #reason class="input" rows="3" maxlength="2000" [id]="'decline-' + each.id" [attr.aria-invalid]="fault() ? true : null" [attr.aria-describedby]="described()" (input)="fault.set('')"></textarea>
        </ui-field>
        <div class="actions"><button type="submit" uiButton="secondary" [isBusy]="declining.isBusy()">{{ 'admin.versions.proposals.decline' | transloco }}</button></div>
      </form>
    }
  `,
})
export class ProposalCard {
  readonly code = input.required<string>();
  readonly version = input.required<number>();
  readonly proposal = input.required<VersionProposal>();
  /** Decided, taken back, or no longer what was shown. */
  readonly decided = output<void>();
  protected readonly tones = PROPOSAL_TONES;
  protected readonly fault = signal('');
  protected readonly moved = computed(() => (this.proposal().outcomes ?? []).filter(({ isMoved }) => isMoved).length);
  private readonly api = inject(ApiClient);
  private readonly announcer = inject(Announcer);
  private readonly transloco = inject(TranslocoService);
  private reason = '';
  protected readonly confirming = new Act<VersionProposals>((key) => this.api.send<VersionProposals>('POST', `${this.path()}/confirm`, { digest: this.proposal().digest }, key));
  protected readonly declining = new Act<VersionProposals>((key) => this.api.send<VersionProposals>('POST', `${this.path()}/decline`, { digest: this.proposal().digest, reason: this.reason }, key));
  protected readonly takingBack = new Act<VersionProposals>((key) => this.api.send<VersionProposals>('DELETE', this.path(), undefined, key));

  protected async confirm(): Promise<void> {
    if (await this.confirming.run()) this.tell('confirmed');
  }

  protected async decline(event: Event, reason: string): Promise<void> {
    event.preventDefault();
    if (reason.trim() === '') {
      this.fault.set(this.transloco.translate('admin.versions.faults.reason'));
      document.getElementById(`decline-${this.proposal().id}`)?.focus();
      return;
    }
    this.reason = reason.trim();
    if (await this.declining.run(this.reason)) this.tell('declined');
  }

  protected async takeBack(): Promise<void> {
    if (await this.takingBack.run()) this.tell('taken-back');
  }

  protected described(): string | null {
    return describedBy(`decline-${this.proposal().id}`, true, this.fault());
  }

  private tell(state: string): void {
    this.announcer.say(this.transloco.translate(`admin.versions.proposals.states.${state}`));
    this.decided.emit();
  }

  private path(): string {
    return `/api/admin/versions/${encodeURIComponent(this.code())}/${this.version()}/proposals/${this.proposal().id}`;
  }
}
