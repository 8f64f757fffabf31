import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, inject, linkedSignal, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { MailLanguage, MailSettingsView } from '@anuyat/contract';
import { isEmail } from '@anuyat/dictionary';
import { Announcer, BackLink, Button, Empty, Field, Language, Loading, MomentPipe, Notification, ProblemView, SayPipe, describedBy } from '@anuyat/ui';
import { Act } from '../core/act';
import { ApiClient } from '../core/api-client';
import { toProblem } from '../core/problem';
import { Session } from '../core/session';

/** Where one is told by e-mail: giving an address, typing the code that came there, choosing the language, stopping. */
@Component({
  selector: 'anuyat-mail-page',
  imports: [BackLink, Button, Empty, Field, Loading, MomentPipe, Notification, ProblemView, SayPipe, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrl: './account.css',
  templateUrl: './mail-page.html',
})
export class MailPage {
  private readonly api = inject(ApiClient);
  private readonly announcer = inject(Announcer);
  private readonly transloco = inject(TranslocoService);
  private readonly reader = inject(Language);
  protected readonly session = inject(Session);
  protected readonly settings = httpResource<MailSettingsView>(() => '/api/mail/address');
  protected readonly problem = computed(() => (this.settings.error() ? toProblem(this.settings.error()) : undefined));
  protected readonly company = computed(() => (this.session.account()?.actingAs ? this.session.account()?.name : undefined));
  protected readonly address = signal('');
  protected readonly code = signal('');
  protected readonly language = linkedSignal<MailLanguage>(() => this.current()?.language ?? this.reader.current());
  protected readonly isWrong = signal(false);
  protected readonly isCodeWrong = signal(false);
  protected readonly isChanging = signal(false);
  protected readonly describedBy = describedBy;
  protected readonly languages: readonly MailLanguage[] = ['th', 'en'];

  protected readonly asking = new Act<MailSettingsView>((key) => this.api.send('POST', '/api/mail/address', { address: this.address().trim(), language: this.language() }, key));
  protected readonly confirming = new Act<MailSettingsView>((key) => this.api.send('POST', '/api/mail/address/confirmation', { code: this.code() }, key));
  protected readonly speaking = new Act<true>((key) => this.done(this.api.send('PUT', '/api/mail/address/language', { language: this.language() }, key)));
  protected readonly withdrawing = new Act<true>((key) => this.done(this.api.send('DELETE', '/api/mail/address/confirmation', undefined, key)));
  protected readonly stopping = new Act<true>((key) => this.done(this.api.send('DELETE', '/api/mail/address', undefined, key)));

  protected current(): MailSettingsView['current'] {
    return this.settings.hasValue() ? this.settings.value().current : null;
  }

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const typed = this.address().trim();
    this.isWrong.set(!isEmail(typed) || !/^[\x21-\x7e]+$/.test(typed));
    if (this.isWrong()) return document.getElementById('mail-address')?.focus();
    const settings = await this.asking.run([typed, this.language()]);
    if (settings) this.show(settings, 'asked');
    else if (this.asking.problem()?.fields?.some(({ path }) => path === 'address')) this.isWrong.set(true);
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    this.isCodeWrong.set(!/^\d{8}$/.test(this.code().replace(/[\s-]/g, '')));
    if (this.isCodeWrong()) return document.getElementById('mail-code')?.focus();
    const settings = await this.confirming.run(this.code());
    if (settings) this.show(settings, 'confirmed');
    else this.settings.reload();
  }

  protected async speak(language: MailLanguage): Promise<void> {
    this.language.set(language);
    if (!this.current()) return;
    if (await this.speaking.run(language)) this.say('spoken');
  }

  protected async withdraw(): Promise<void> {
    if (await this.withdrawing.run()) this.settings.reload();
  }

  protected async stop(): Promise<void> {
    if (!(await this.stopping.run())) return;
    this.say('stopped');
    this.settings.reload();
  }

  private show(settings: MailSettingsView, what: string): void {
    this.settings.set(settings);
    this.isChanging.set(false);
    this.code.set('');
    this.say(what);
  }

  private say(what: string): void {
    this.announcer.say(this.transloco.translate<string>(`account.mail.said.${what}`));
  }

  private async done(sent: Promise<unknown>): Promise<true> {
    await sent;
    return true;
  }
}
