import { Component, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { MovePlan, MoveVerdict, VersionProposals } from '@anuyat/contract';
import { Announcer, Button, Empty, Field, ProblemView, SayPipe, Table, Tag, describedBy } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';
import { VERDICT_TONES } from './state-tones';

const MOST_AT_ONCE = 200;

/** Running applications under other versions: what a move would do to each, first on paper; then a move of those that are chosen is proposed. */
@Component({
  selector: 'admin-moves-panel',
  imports: [Button, Empty, Field, ProblemView, SayPipe, Table, Tag, TranslocoPipe],
  template: `
    <section aria-labelledby="moves-heading">
      <h2 id="moves-heading">{{ 'admin.versions.moves' | transloco }}</h2>
      <p class="soft small measure">{{ 'admin.versions.movesHelp' | transloco }}</p>
      <p><button type="button" uiButton="secondary" isSmall [isBusy]="planning.isBusy()" (click)="look()">{{ 'admin.versions.dryRun' | transloco }}</button></p>
      @if (planning.problem() ?? proposing.problem(); as trouble) {
        <ui-problem [problem]="trouble" [canRetry]="true" (retry)="look()" />
      }
      @if (plan(); as plan) {
        <p class="strong" role="status">{{ 'admin.versions.movesResult' | transloco: plan.counts }}</p>
        @if (plan.applications.length > 0) {
          <table uiTable class="table-dense" isCaptionHidden [caption]="'admin.versions.moves' | transloco">
            <thead>
              <tr>
                <th scope="col">{{ 'admin.versions.application' | transloco }}</th>
                <th scope="col">{{ 'admin.versions.verdict' | transloco }}</th>
                <th scope="col">{{ 'admin.versions.why' | transloco }}</th>
              </tr>
            </thead>
            <tbody>
              @for (each of plan.applications; track each.applicationId) {
                <tr>
                  <th scope="row">
                    @if (canMove() && each.verdict !== 'pinned') {
                      <label class="row"><input type="checkbox" [checked]="chosen().has(each.applicationId)" (change)="choose(each.applicationId)" /> <span class="figures">{{ each.number }}</span></label>
                    } @else {
                      <span class="figures">{{ each.number }}</span>
                    }
                  </th>
                  <td [attr.data-label]="'admin.versions.verdict' | transloco"><ui-tag [tone]="tones[each.verdict]">{{ 'admin.versions.verdicts.' + each.verdict | transloco }}</ui-tag></td>
                  <td class="small" [attr.data-label]="'admin.versions.why' | transloco">
                    @for (reason of each.reasons; track $index) {
                      <span class="task-line">{{ reason.text | say }}</span>
                    }
                  </td>
                </tr>
              }
            </tbody>
          </table>
          @if (canMove()) {
            <form class="holiday-form" (submit)="propose($event, note.value)">
              <ui-field for="move-note" [label]="'admin.versions.note' | transloco" [help]="'admin.versions.noteHelp' | transloco" [error]="fault()">
                <textarea #note class="input" id="move-note" rows="3" maxlength="2000" [attr.aria-invalid]="fault() ? true : null" [attr.aria-describedby]="described()" (input)="fault.set('')"></textarea>
              </ui-field>
              <div class="actions"><button type="submit" uiButton [isBusy]="proposing.isBusy()">{{ 'admin.versions.moveThem' | transloco: { count: chosen().size } }}</button></div>
            </form>
          } @else {
            <p class="small">{{ (isProposed() ? 'admin.versions.moveProposed' : 'admin.versions.moveWhenInForce') | transloco }}</p>
          }
        } @else {
          <ui-empty [heading]="'admin.versions.noMoves' | transloco"><p>{{ 'admin.versions.noMovesHelp' | transloco }}</p></ui-empty>
        }
      }
    </section>
  `,
})
export class MovesPanel {
  readonly code = input.required<string>();
  readonly version = input.required<number>();
  /** Only to a version that is in force, and while no other move waits. */
  readonly canMove = input.required<boolean>();
  readonly isProposed = input.required<boolean>();
  readonly proposed = output<void>();
  protected readonly tones = VERDICT_TONES;
  protected readonly plan = signal<MovePlan | null>(null);
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly fault = signal('');
  private readonly api = inject(ApiClient);
  private readonly announcer = inject(Announcer);
  private readonly transloco = inject(TranslocoService);
  private body: object = {};
  protected readonly planning = new Act<MovePlan>(() => this.api.send<MovePlan>('GET', `${this.path()}/moves`));
  protected readonly proposing = new Act<VersionProposals>((key) => this.api.send<VersionProposals>('POST', `${this.path()}/proposals/move`, this.body, key));

  protected async look(): Promise<void> {
    const plan = await this.planning.run();
    if (!plan) return;
    this.plan.set(plan);
    this.chosen.set(new Set(plan.applications.filter(({ verdict }) => verdict === 'safe').slice(0, MOST_AT_ONCE).map(({ applicationId }) => applicationId)));
  }

  protected choose(id: string): void {
    this.chosen.update((chosen) => new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]));
  }

  protected async propose(event: Event, note: string): Promise<void> {
    event.preventDefault();
    const picked = (this.plan()?.applications ?? []).filter(({ applicationId }) => this.chosen().has(applicationId)).slice(0, MOST_AT_ONCE);
    const needs: MoveVerdict = 'decide';
    const fault = picked.length === 0 ? 'nobody' : picked.some(({ verdict }) => verdict === needs) && note.trim() === '' ? 'note' : undefined;
    if (fault) {
      this.fault.set(this.transloco.translate(`admin.versions.faults.${fault}`));
      document.getElementById('move-note')?.focus();
      return;
    }
    this.body = { applications: picked.map(({ applicationId, revision }) => ({ id: applicationId, revision })), ...(note.trim() === '' ? {} : { note: note.trim() }) };
    if (!(await this.proposing.run(this.body))) return;
    this.plan.set(null);
    this.announcer.say(this.transloco.translate('admin.versions.proposals.heading'));
    this.proposed.emit();
  }

  protected described(): string | null {
    return describedBy('move-note', true, this.fault());
  }

  private path(): string {
    return `/api/admin/versions/${encodeURIComponent(this.code())}/${this.version()}`;
  }
}
