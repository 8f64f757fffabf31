import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { SessionView } from '@anuyat/contract';
import { Announcer, Button, Loading, MomentPipe, ProblemView, SayPipe, Tag } from '@anuyat/ui';
import { Act } from '../core/act';
import { ApiClient } from '../core/api-client';
import { toProblem } from '../core/problem';
import { Session } from '../core/session';
import { deviceName } from './device-name';
import { RecentSignIns } from './recent-sign-ins';

/** Who one is to the portal, and every browser in which one is signed in. */
@Component({
  selector: 'anuyat-account-page',
  imports: [Button, Loading, MomentPipe, ProblemView, RecentSignIns, RouterLink, SayPipe, Tag, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrl: './account.css',
  templateUrl: './account-page.html',
})
export class AccountPage {
  private readonly api = inject(ApiClient);
  private readonly announcer = inject(Announcer);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly sessions = httpResource<SessionView[]>(() => '/api/auth/sessions');
  protected readonly problem = computed(() => (this.sessions.error() ? toProblem(this.sessions.error()) : undefined));
  protected readonly hasOthers = computed(() => this.sessions.hasValue() && this.sessions.value().length > 1);
  protected readonly isStaff = computed(() => this.session.account()?.secondStep !== undefined || this.session.account()?.roles.some((role) => role !== 'applicant') === true);
  private readonly leaving = signal<string | null>(null);
  protected readonly ending = new Act<true>(async (key) => {
    const id = this.leaving();
    await this.api.send('DELETE', id === null ? '/api/auth/sessions' : `/api/auth/sessions/${id}`, undefined, key);
    return true;
  });
  protected readonly deviceName = deviceName;

  /** Ends one session, or all but this one. */
  protected async end(id: string | null): Promise<void> {
    this.leaving.set(id);
    if (!(await this.ending.run(id))) return;
    this.announcer.say(this.transloco.translate<string>('account.sessions.ended'));
    this.sessions.reload();
  }
}
