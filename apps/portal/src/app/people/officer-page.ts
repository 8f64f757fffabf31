import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { AgencyPeopleView, NameCover, TermView } from '@anuyat/contract';
import type { OfficePermission } from '@anuyat/licence-kit';
import { Announcer, BackLink, Button, DayPipe, Empty, Loading, ProblemView, SayPipe, Tag } from '@anuyat/ui';
import { Act } from '../core/act';
import { ApiClient } from '../core/api-client';
import { toProblem } from '../core/problem';
import { Session } from '../core/session';
import { CoverForm } from './cover-form';
import { TermForm, type TermChange } from './term-form';

type Deed = { method: 'POST' | 'PUT' | 'DELETE'; path: string; body: object | undefined; said: string };

/** One officer of an agency: terms of office, who stands in, passkeys. */
@Component({
  selector: 'anuyat-officer-page',
  imports: [BackLink, Button, CoverForm, DayPipe, Empty, Loading, ProblemView, SayPipe, Tag, TermForm, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../core/staff.css', './people.css'],
  templateUrl: './officer-page.html',
})
export class OfficerPage {
  readonly agency = input.required<string>();
  readonly officer = input.required<string>();
  private readonly api = inject(ApiClient);
  private readonly announcer = inject(Announcer);
  private readonly transloco = inject(TranslocoService);
  private readonly session = inject(Session);
  protected readonly people = httpResource<AgencyPeopleView>(() => `/api/people/agencies/${this.agency()}`);
  protected readonly problem = computed(() => (this.people.error() ? toProblem(this.people.error()) : undefined));
  protected readonly one = computed(() => (this.people.hasValue() ? this.people.value().officers.find(({ accountId }) => accountId === this.officer()) : undefined));
  protected readonly colleagues = computed(() => (this.people.hasValue() ? this.people.value().officers.filter(({ accountId, terms }) => accountId !== this.officer() && terms.some(({ state }) => state === 'live')) : []));
  protected readonly covers = computed(() => (this.people.hasValue() ? this.people.value().covers.filter(({ absent, standIn }) => [absent.accountId, standIn.accountId].includes(this.officer())) : []));
  protected readonly isMe = computed(() => this.session.account()?.id === this.officer());
  protected readonly changing = signal<string | null>(null);
  /** What the agency would lose by it has to be said yes to. */
  protected readonly needsYes = computed(() => this.doing.problem()?.code === 'last-officer');
  protected readonly doing = new Act<true>(async (key) => {
    const { method, path, body } = this.deed;
    await this.api.send(method, path, body, key);
    return true;
  });
  private deed: Deed = { method: 'POST', path: '', body: undefined, said: '' };

  protected change({ id }: TermView, { permissions, from, until }: TermChange): Promise<void> {
    return this.perform({ method: 'PUT', path: `/api/people/terms/${id}`, body: { permissions: permissions as OfficePermission[], from, ...(until ? { until } : {}) }, said: 'people.officer.changed' });
  }

  protected end({ id }: TermView): Promise<void> {
    return this.perform({ method: 'POST', path: `/api/people/terms/${id}/end`, body: {}, said: 'people.officer.ended' });
  }

  protected cover(wanted: NameCover): Promise<void> {
    return this.perform({ method: 'POST', path: `/api/people/agencies/${this.agency()}/covers`, body: { ...wanted, absent: this.officer() }, said: 'people.officer.covered' });
  }

  protected endCover(id: string): Promise<void> {
    return this.perform({ method: 'DELETE', path: `/api/people/covers/${id}`, body: undefined, said: 'people.officer.coverEnded' });
  }

  protected removePasskeys(): Promise<void> {
    return this.perform({ method: 'DELETE', path: `/api/people/agencies/${this.agency()}/officers/${this.officer()}/passkeys`, body: undefined, said: 'people.officer.passkeysRemoved' });
  }

  protected endSessions(): Promise<void> {
    return this.perform({ method: 'DELETE', path: `/api/people/agencies/${this.agency()}/officers/${this.officer()}/sessions`, body: undefined, said: 'people.officer.sessionsEnded' });
  }

  protected insist(): Promise<void> {
    return this.perform({ ...this.deed, body: { ...this.deed.body, isSure: true } });
  }

  private async perform(deed: Deed): Promise<void> {
    this.deed = deed;
    if (!(await this.doing.run(deed))) return;
    this.changing.set(null);
    this.announcer.say(this.transloco.translate<string>(deed.said));
    this.people.reload();
  }
}
