import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { InvitedOfficer, InviteOfficer, OfficeRef } from '@anuyat/contract';
import { isIsoDate } from '@anuyat/dictionary';
import type { OfficePermission } from '@anuyat/licence-kit';
import { BackLink, Button, DayField, Field, Notification, ProblemView, SayPipe } from '@anuyat/ui';
import { Act } from '../core/act';
import { ApiClient } from '../core/api-client';
import { PermissionBoxes } from './permission-boxes';
import { bangkokToday } from './today';

/** Somebody is invited to work for the agency, or to look after its people. The link is shown once. */
@Component({
  selector: 'anuyat-invite-page',
  imports: [BackLink, Button, DayField, Field, Notification, PermissionBoxes, ProblemView, SayPipe, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../core/staff.css', './people.css'],
  templateUrl: './invite-page.html',
})
export class InvitePage {
  readonly agency = input.required<string>();
  private readonly api = inject(ApiClient);
  protected readonly name = signal('');
  protected readonly address = signal('');
  protected readonly by = signal<'personal-id' | 'email'>('personal-id');
  protected readonly isAdministrator = signal(false);
  protected readonly sought = signal('');
  protected readonly office = signal('');
  protected readonly permissions = signal<readonly OfficePermission[]>(['review']);
  protected readonly from = signal(bangkokToday());
  protected readonly until = signal('');
  protected readonly link = signal('');
  protected readonly isMailed = signal(false);
  protected readonly isCopied = signal(false);
  protected readonly offices = httpResource<OfficeRef[]>(() => `/api/people/offices?${new URLSearchParams({ agency: this.agency(), q: this.sought() }).toString()}`);
  protected readonly canSend = computed(() => {
    const address = this.address().trim();
    const isAddress = this.by() === 'email' ? /^\S+@\S+\.\S+$/.test(address) : /^\d{13}$/.test(address.replace(/[\s-]/g, ''));
    return this.name().trim().length > 2 && isAddress && isIsoDate(this.from()) && (this.until() === '' || isIsoDate(this.until())) && (this.isAdministrator() || (this.office() !== '' && this.permissions().length > 0));
  });
  protected readonly sending = new Act<InvitedOfficer>((key) => this.api.send<InvitedOfficer>('POST', `/api/people/agencies/${this.agency()}/invitations`, this.body(), key));

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.canSend()) return;
    const invited = await this.sending.run(this.body());
    if (!invited) return;
    this.link.set(invited.link);
    this.isMailed.set(invited.isMailed);
    this.name.set('');
    this.address.set('');
  }

  protected async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.link()).then(() => this.isCopied.set(true), () => undefined);
  }

  protected invitesBy(event: Event): void {
    this.by.set((event.target as HTMLInputElement).value as 'personal-id' | 'email');
  }

  private body(): InviteOfficer {
    const address = this.address().trim();
    return {
      name: this.name().trim(), from: this.from(), ...(this.until() ? { until: this.until() } : {}),
      ...(this.by() === 'email' ? { email: address } : { personalId: address.replace(/[\s-]/g, '') }),
      ...(this.isAdministrator() ? {} : { office: this.office(), permissions: [...this.permissions()] }),
    };
  }
}
