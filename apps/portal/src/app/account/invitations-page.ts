import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { InvitationView } from '@anuyat/contract';
import { BackLink, Button, DayPipe, Empty, Loading, ProblemView, SayPipe } from '@anuyat/ui';
import { Act } from '../core/act';
import { ApiClient } from '../core/api-client';
import { toProblem } from '../core/problem';

/** To which offices one is invited: by one's personal number, or by the link that one came with. */
@Component({
  selector: 'anuyat-invitations-page',
  imports: [BackLink, Button, DayPipe, Empty, Loading, ProblemView, SayPipe, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrl: './account.css',
  template: `
    <div class="page reading band account">
      <ui-back-link link="/account" [title]="'account.title' | transloco" />
      <h1>{{ 'account.invitations.title' | transloco }}</h1>
      @if (accepting.problem(); as trouble) {
        <ui-problem [problem]="trouble" />
      }
      @if (invitations.hasValue()) {
        @for (one of invitations.value(); track one.id) {
          <article class="card">
            <h2>@if (one.office; as office) {{{ office.title | say }}} @else {{{ 'account.invitations.administrator' | transloco }}}</h2>
            <p>{{ one.agency.title | say }}</p>
            <p class="small">@for (permission of one.permissions; track permission) {{{ 'account.permission.' + permission | transloco }}{{ $last ? ' · ' : ', ' }}}{{ (one.until ? 'account.invitations.days' : 'account.invitations.since') | transloco: { from: (one.from | day), until: (one.until | day) } }}</p>
            <p class="small soft">{{ 'account.invitations.for' | transloco }} {{ one.name }} · {{ one.address }}</p>
            <div class="actions"><button type="button" uiButton [isBusy]="accepting.isBusy()" (click)="accept(one.id)">{{ 'account.invitations.accept' | transloco }}</button></div>
          </article>
        } @empty {
          <ui-empty [heading]="'account.invitations.none' | transloco"><p>{{ 'account.invitations.noneText' | transloco }}</p></ui-empty>
        }
      } @else if (problem(); as trouble) {
        <ui-problem [problem]="trouble" />
      } @else {
        <ui-loading [rows]="2" />
      }
    </div>
  `,
})
export class InvitationsPage {
  readonly token = input<string>();
  private readonly api = inject(ApiClient);
  protected readonly invitations = httpResource<InvitationView[]>(() => {
    const token = this.token();
    return token ? `/api/people/invitations?${new URLSearchParams({ token }).toString()}` : '/api/people/invitations';
  });
  protected readonly problem = computed(() => (this.invitations.error() ? toProblem(this.invitations.error()) : undefined));
  protected readonly accepting = new Act<true>(async (key) => {
    const token = this.token();
    await this.api.send('POST', '/api/people/invitations/accepted', token ? { token } : { id: this.chosen }, key);
    return true;
  });
  private chosen = '';

  /** New rights change every page, so the portal begins anew. */
  protected async accept(id: string): Promise<void> {
    this.chosen = id;
    if (await this.accepting.run(id)) location.assign('/account');
  }
}
