import { Component, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { VersionProposals } from '@anuyat/contract';
import { parseThaiDate } from '@anuyat/dictionary';
import { Button, Field, Notification, ProblemView, SayPipe, describedBy } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';

/** Proposes to publish a version that waits, at once or from a day on; or takes it off the list. Another administrator confirms it. */
@Component({
  selector: 'admin-publish-panel',
  imports: [Button, Field, Notification, ProblemView, SayPipe, TranslocoPipe],
  template: `
    <form class="holiday-form" (submit)="propose($event, day.value)">
      <h2>{{ 'admin.versions.publish' | transloco }}</h2>
      <ui-notification><p>{{ 'admin.versions.publishHelp' | transloco }}</p></ui-notification>
      <ui-field for="effective-from" [label]="'admin.versions.effectiveFrom' | transloco" [help]="'admin.versions.effectiveFromHelp' | transloco" [error]="fault()">
        <input #day class="input" type="text" id="effective-from" autocomplete="off" [attr.aria-invalid]="fault() ? true : null" [attr.aria-describedby]="described()" (input)="fault.set('')" />
      </ui-field>
      @for (trouble of [proposing.problem(), withdrawing.problem()]; track $index) {
        @if (trouble) {
          <ui-problem [problem]="trouble" [isSafe]="true">
            @for (field of trouble.fields ?? []; track $index) {
              <p>{{ field.message | say }}</p>
            }
          </ui-problem>
        }
      }
      <div class="actions">
        <button type="submit" uiButton [isBusy]="proposing.isBusy()">{{ 'admin.versions.proposeIt' | transloco: { version: version() } }}</button>
        <button type="button" uiButton="quiet" [isBusy]="withdrawing.isBusy()" (click)="withdraw()">{{ 'admin.versions.withdraw' | transloco }}</button>
      </div>
    </form>
  `,
})
export class PublishPanel {
  readonly code = input.required<string>();
  readonly version = input.required<number>();
  readonly proposed = output<void>();
  protected readonly fault = signal('');
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private effectiveFrom: string | undefined;
  protected readonly proposing = new Act<VersionProposals>((key) => this.api.send<VersionProposals>('POST', `${this.path()}/proposals/publication`, this.effectiveFrom ? { effectiveFrom: this.effectiveFrom } : {}, key));
  protected readonly withdrawing = new Act<boolean>((key) => this.api.send('DELETE', this.path(), undefined, key).then(() => true));

  protected async propose(event: Event, typed: string): Promise<void> {
    event.preventDefault();
    const reading = typed.trim() === '' ? undefined : parseThaiDate(typed);
    if (reading && ('problem' in reading || !reading.isYearCertain)) {
      this.fault.set(this.transloco.translate('admin.versions.faults.day'));
      document.getElementById('effective-from')?.focus();
      return;
    }
    this.effectiveFrom = reading && 'date' in reading ? `${reading.date}T00:00:00+07:00` : undefined;
    if (await this.proposing.run(this.effectiveFrom ?? 'now')) this.proposed.emit();
  }

  protected async withdraw(): Promise<void> {
    if (await this.withdrawing.run()) await this.router.navigate(['/admin/versions', this.code()]);
  }

  protected described(): string | null {
    return describedBy('effective-from', true, this.fault());
  }

  private path(): string {
    return `/api/admin/versions/${encodeURIComponent(this.code())}/${this.version()}`;
  }
}
