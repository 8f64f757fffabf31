import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AgencySystemsView, AgencySystemView } from '@anuyat/contract';
import { BackLink, Button, DayPipe, Empty, Loading, MomentPipe, Notification, ProblemView, SayPipe, Tag } from '@anuyat/ui';
import { Act } from '../core/act';
import { ApiClient } from '../core/api-client';
import { toProblem } from '../core/problem';

type Deed = 'confirm' | 'suspend' | 'resume' | 'end';

/** The agency's own systems: one administrator registers, another confirms; whoever looks after the people can stop one at once. */
@Component({
  selector: 'anuyat-systems-page',
  imports: [BackLink, Button, DayPipe, Empty, Loading, MomentPipe, Notification, ProblemView, RouterLink, SayPipe, Tag, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../core/staff.css', './people.css'],
  templateUrl: './systems-page.html',
})
export class SystemsPage {
  readonly agency = input.required<string>();
  private readonly api = inject(ApiClient);
  protected readonly found = httpResource<AgencySystemsView>(() => `/api/people/agencies/${this.agency()}/systems`);
  protected readonly problem = computed(() => (this.found.error() ? toProblem(this.found.error()) : undefined));
  private wanted = '';
  protected readonly acting = new Act<true>(async (key) => {
    await this.api.send('POST', `/api/people/systems/${this.wanted}`, {}, key);
    return true;
  });

  protected async act(deed: Deed, { id }: AgencySystemView): Promise<void> {
    this.wanted = `${id}/${deed}`;
    if (await this.acting.run(this.wanted)) this.found.reload();
  }

  protected tone(state: AgencySystemView['state']): 'done' | 'wait' | 'plain' {
    return state === 'working' ? 'done' : state === 'waiting' || state === 'suspended' ? 'wait' : 'plain';
  }

  protected canStop(state: AgencySystemView['state']): boolean {
    return state === 'working' || state === 'coming';
  }
}
