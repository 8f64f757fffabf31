import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OfficeRef, RegisteredSystem, RegisterSystem } from '@anuyat/contract';
import { BackLink, Button, DayField, Field, Notification, ProblemView, SayPipe } from '@anuyat/ui';
import { Act } from '../core/act';
import { ApiClient } from '../core/api-client';
import { bangkokToday } from './today';

/** A system of the agency is registered with its public key; the secret of its messages is shown once. */
@Component({
  selector: 'anuyat-new-system-page',
  imports: [BackLink, Button, DayField, Field, Notification, ProblemView, RouterLink, SayPipe, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../core/staff.css', './people.css'],
  templateUrl: './new-system-page.html',
})
export class NewSystemPage {
  readonly agency = input.required<string>();
  private readonly api = inject(ApiClient);
  protected readonly nameTh = signal('');
  protected readonly nameEn = signal('');
  protected readonly contact = signal('');
  protected readonly key = signal('');
  protected readonly webhook = signal('');
  protected readonly sought = signal('');
  protected readonly picked = signal<readonly OfficeRef[]>([]);
  protected readonly from = signal(bangkokToday());
  protected readonly until = signal('');
  protected readonly registered = signal<RegisteredSystem | undefined>(undefined);
  protected readonly offices = httpResource<OfficeRef[]>(() => `/api/people/offices?${new URLSearchParams({ agency: this.agency(), q: this.sought() }).toString()}`);
  protected readonly left = computed(() => (this.offices.hasValue() ? this.offices.value() : []).filter(({ code }) => !this.picked().some((one) => one.code === code)));
  protected readonly publicKey = computed(() => readKey(this.key()));
  protected readonly keyProblem = computed(() => (this.key().trim() === '' ? '' : hasPrivatePart(this.key()) ? 'people.systems.keyPrivate' : this.publicKey() ? '' : 'people.systems.keyWrong'));
  protected readonly canSend = computed(() => this.nameTh().trim().length > 2 && this.nameEn().trim().length > 2 && this.contact().trim().length > 4 && this.picked().length > 0 && this.publicKey() !== undefined && !this.keyProblem() && this.from() !== '' && this.until() >= this.from());
  protected readonly sending = new Act<RegisteredSystem>((key) => this.api.send<RegisteredSystem>('POST', `/api/people/agencies/${this.agency()}/systems`, this.body(), key));

  protected pick(code: string): void {
    const office = this.left().find((one) => one.code === code);
    if (office) this.picked.update((picked) => [...picked, office]);
  }

  protected drop(code: string): void {
    this.picked.update((picked) => picked.filter((one) => one.code !== code));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.canSend()) return;
    const registered = await this.sending.run(this.body());
    if (registered) this.registered.set(registered);
  }

  private body(): RegisterSystem {
    const webhookUrl = this.webhook().trim();
    return {
      name: { th: this.nameTh().trim(), en: this.nameEn().trim() }, contact: this.contact().trim(), offices: this.picked().map(({ code }) => code),
      key: this.publicKey() ?? { kty: '', crv: '', x: '' }, from: this.from(), until: this.until(), ...(webhookUrl ? { webhookUrl } : {}),
    };
  }
}

/** The parts of a key that are registered; names and uses that people's tools write beside them are left out. */
function readKey(text: string): RegisterSystem['key'] | undefined {
  try {
    const { kty, crv, x, y } = JSON.parse(text) as Record<string, unknown>;
    if (typeof kty !== 'string' || typeof crv !== 'string' || typeof x !== 'string') return undefined;
    return { kty, crv, x, ...(typeof y === 'string' ? { y } : {}) };
  } catch {
    return undefined;
  }
}

function hasPrivatePart(text: string): boolean {
  return /"d"\s*:|PRIVATE KEY/.test(text);
}
