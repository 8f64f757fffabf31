import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, inject, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AgencyPeopleView, OfficerView } from '@anuyat/contract';
import { Button, DayPipe, Empty, Field, Loading, MomentPipe, ProblemView, SayPipe, Tag } from '@anuyat/ui';
import { Act } from '../core/act';
import { ApiClient } from '../core/api-client';
import { toProblem } from '../core/problem';
import { Session } from '../core/session';
import { StaffNotices } from '../staff-notices/staff-notices';

/** Who works for an agency, who is invited, who stands in for whom, and what was done about them. */
@Component({
  selector: 'anuyat-people-page',
  imports: [Button, DayPipe, Empty, Field, Loading, MomentPipe, ProblemView, RouterLink, SayPipe, StaffNotices, Tag, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../core/staff.css', './people.css'],
  templateUrl: './people-page.html',
})
export class PeoplePage {
  private readonly api = inject(ApiClient);
  private readonly session = inject(Session);
  protected readonly agencies = computed(() => this.session.account()?.looksAfter ?? []);
  protected readonly agency = linkedSignal(() => sessionStorage.getItem(CHOSEN) ?? this.agencies()[0]?.code ?? '');
  protected readonly people = httpResource<AgencyPeopleView>(() => (this.agencies().some(({ code }) => code === this.agency()) ? `/api/people/agencies/${this.agency()}` : `/api/people/agencies/${this.agencies()[0]?.code}`));
  protected readonly problem = computed(() => (this.people.error() ? toProblem(this.people.error()) : undefined));
  protected readonly undoing = new Act<true>(async (key) => {
    await this.api.send('DELETE', this.undone, undefined, key);
    return true;
  });
  private undone = '';
  protected readonly ending = new Act<true>(async (key) => {
    await this.api.send('POST', `/api/people/administrators/${this.ended}/end`, {}, key);
    return true;
  });
  private ended = '';

  protected choose(event: Event): void {
    this.agency.set((event.target as HTMLSelectElement).value);
    sessionStorage.setItem(CHOSEN, this.agency());
  }

  protected async undo(path: string): Promise<void> {
    this.undone = path;
    if (await this.undoing.run(path)) this.people.reload();
  }

  /** The term of somebody who looks after the people; whoever ends the own one is led to where everybody may be. */
  protected async end(id: string): Promise<void> {
    this.ended = id;
    if (!(await this.ending.run(id))) return;
    const isMine = this.people.hasValue() && this.people.value().administrators.some((one) => one.id === id && one.accountId === this.session.account()?.id);
    if (isMine) location.assign('/account');
    else this.people.reload();
  }

  protected standing({ terms }: OfficerView): 'live' | 'coming' | 'ended' {
    return terms.some(({ state }) => state === 'live') ? 'live' : terms.some(({ state }) => state === 'coming') ? 'coming' : 'ended';
  }
}

const CHOSEN = 'anuyat.people.agency';
