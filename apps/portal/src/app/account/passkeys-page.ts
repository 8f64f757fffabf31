import { HttpErrorResponse, httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { PasskeyView, Problem } from '@anuyat/contract';
import { Announcer, BackLink, Button, Empty, Field, Loading, MomentPipe, Notification, ProblemView, Tag } from '@anuyat/ui';
import { Act } from '../core/act';
import { ApiClient } from '../core/api-client';
import { toProblem } from '../core/problem';
import { Session } from '../core/session';
import { Authenticator, PasskeyNotUsed } from '../passkey/authenticator';
import { deviceName } from './device-name';

/** An officer's passkeys: showing one to enter, making, naming and taking them off. */
@Component({
  selector: 'anuyat-passkeys-page',
  imports: [BackLink, Button, Empty, Field, Loading, MomentPipe, Notification, ProblemView, RouterLink, Tag, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrl: './account.css',
  templateUrl: './passkeys-page.html',
})
export class PasskeysPage {
  /** Where signing in was to lead. */
  readonly returnTo = input<string>();
  private readonly api = inject(ApiClient);
  private readonly authenticator = inject(Authenticator);
  private readonly announcer = inject(Announcer);
  private readonly transloco = inject(TranslocoService);
  protected readonly session = inject(Session);
  protected readonly passkeys = httpResource<PasskeyView[]>(() => '/api/auth/passkeys');
  protected readonly problem = computed(() => (this.passkeys.error() ? toProblem(this.passkeys.error()) : undefined));
  protected readonly step = computed(() => this.session.account()?.secondStep);
  protected readonly isStaff = computed(() => this.step() !== undefined || this.session.account()?.roles.some((role) => role !== 'applicant') === true);
  protected readonly name = signal(deviceName(navigator.userAgent));
  protected readonly renamed = signal<string | null>(null);
  protected readonly newName = signal('');
  protected readonly canMake = 'PublicKeyCredential' in globalThis;

  protected readonly entering = new Act<true>(() => asked(this.authenticator.enter()));
  protected readonly making = new Act<true>(() => asked(this.authenticator.make(this.name().trim())));
  protected readonly renaming = new Act<true>(async (key) => {
    await this.api.send('PUT', `/api/auth/passkeys/${this.renamed()}`, { name: this.newName().trim() }, key);
    return true;
  });
  protected readonly removing = new Act<true>(async (key) => {
    await this.api.send('DELETE', `/api/auth/passkeys/${this.removed}`, undefined, key);
    return true;
  });
  private removed = '';

  protected async enter(): Promise<void> {
    if (await this.entering.run()) this.goOn();
  }

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    if (this.name().trim() === '' || !(await this.making.run(this.name()))) return;
    if (this.step()) return this.goOn();
    this.announcer.say(this.transloco.translate<string>('account.passkeys.made'));
    this.passkeys.reload();
  }

  protected startRenaming({ id, name }: PasskeyView): void {
    this.renamed.set(id);
    this.newName.set(name);
  }

  protected async rename(event: Event): Promise<void> {
    event.preventDefault();
    if (this.newName().trim() === '' || !(await this.renaming.run([this.renamed(), this.newName()]))) return;
    this.renamed.set(null);
    this.passkeys.reload();
  }

  protected async remove(id: string): Promise<void> {
    this.removed = id;
    if (!(await this.removing.run(id))) return;
    this.announcer.say(this.transloco.translate<string>('account.passkeys.removed'));
    this.passkeys.reload();
  }

  /** The session has its rights now, so the portal begins anew where one wanted to go. */
  protected goOn(): void {
    location.assign(ownPage(this.returnTo()));
  }
}

/** A page of this portal, and of no other site. */
function ownPage(wanted: string | undefined): string {
  const url = wanted?.startsWith('/') ? URL.parse(wanted, location.origin) : null;
  return url?.origin === location.origin ? `${url.pathname}${url.search}` : '/account/passkeys';
}

/** What the device did not give is told as a problem of its own. */
async function asked(asking: Promise<void>): Promise<true> {
  await asking.catch((error: unknown) => {
    throw error instanceof PasskeyNotUsed ? new HttpErrorResponse({ status: NOT_USED.status, error: NOT_USED }) : error;
  });
  return true;
}

const NOT_USED: Problem = {
  type: 'about:blank', status: 400, code: 'passkey-refused',
  title: { th: 'ยังไม่ได้ใช้พาสคีย์', en: 'No passkey was used' },
  detail: { th: 'ขั้นตอนถูกยกเลิก หมดเวลา หรืออุปกรณ์นี้มีพาสคีย์ของคุณอยู่แล้ว ลองอีกครั้งได้', en: 'It was cancelled or took too long, or this device already holds one of yours. You can try again.' },
};
