import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { LicenceVerification } from '@anuyat/contract';
import { Button, DayPipe, ErrorSummary, Field, Loading, MomentPipe, Notification, ProblemView, SayPipe } from '@anuyat/ui';
import type { NotificationTone } from '@anuyat/ui';
import { PageTitle } from '../core/page-title';
import { toProblem } from '../core/problem';

/** Anyone may check a licence: by its number, or by the code of a paper (`k`). */
@Component({
  selector: 'anuyat-verify-page',
  imports: [Button, DayPipe, ErrorSummary, Field, Loading, MomentPipe, Notification, ProblemView, RouterLink, SayPipe, TranslocoPipe],
  templateUrl: './verify-page.html',
})
export class VerifyPage {
  readonly number = input<string>();
  /** The paper's own code, out of its QR. */
  readonly k = input<string>();
  protected readonly toProblem = toProblem;
  protected readonly typed = linkedSignal(() => this.number() ?? '');
  protected readonly isMissing = signal(false);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  private readonly transloco = inject(TranslocoService);

  protected readonly result = httpResource<LicenceVerification>(() => {
    const number = this.number();
    if (!number) return undefined;
    const k = this.k();
    const params: Record<string, string> = k ? { k } : {};
    return { url: `/api/licences/${encodeURIComponent(number)}/verify`, params };
  });
  protected readonly tone = computed<NotificationTone>(() => {
    const found = this.result.hasValue() ? this.result.value() : undefined;
    if (!found?.licence || found.isPaperGenuine === false) return 'trouble';
    return found.licence.status === 'valid' || found.licence.status === 'expiring' ? 'done' : 'warn';
  });
  /** A paper that is not genuine is never headed by the good state of the licence whose number it bears. */
  protected readonly heading = computed(() => {
    const found = this.result.hasValue() ? this.result.value() : undefined;
    return `public.verify.${found?.isPaperGenuine === false ? 'fake' : (found?.licence?.status ?? 'notFound')}`;
  });
  protected readonly problems = computed(() => (this.isMissing() ? [{ target: 'number', message: this.transloco.translate<string>('public.verify.missing') }] : []));

  protected type(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
  }

  protected async check(event: Event): Promise<void> {
    event.preventDefault();
    const number = this.typed().trim().toUpperCase();
    this.isMissing.set(number === '');
    this.pageTitle.showErrors(number === '');
    if (number) await this.router.navigate(['/verify', number]);
  }
}
