import { NgTemplateOutlet } from '@angular/common';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PersonaView, ProviderView, Role } from '@anuyat/contract';
import { Button, Icon, Loading, Notification, SayPipe } from '@anuyat/ui/shell';
import { Session, signInLink } from '../core/session';

const HOMES: Record<Role, string> = { applicant: '/my', officer: '/desk', monitor: '/monitor', 'agency-admin': '/people', admin: '/admin' };
const ROLES: readonly Role[] = ['applicant', 'officer', 'monitor', 'agency-admin', 'admin'];

/** Officers there are for every office; the first ones are those of the cases that were filled in. */
const SHOWN_AT_ONCE = 12;

const WHY: Record<string, string> = { 'too-many-requests': 'tooMany', 'other-person': 'otherPerson', 'locked-out': 'lockedOut' };

/** The ways in, ThaID and the DGA's Digital ID; while the sandbox plays the provider, also its made-up people. */
@Component({
  selector: 'anuyat-sign-in-page',
  imports: [Button, Icon, Loading, NgTemplateOutlet, Notification, RouterLink, SayPipe, TranslocoPipe],
  template: `
    <div class="page band">
      @if (problem()) {
        <ui-notification tone="trouble" [heading]="'public.signIn.failed' | transloco" isLive>
          <p>{{ why() | transloco }}</p>
        </ui-notification>
      }
      <h1>{{ 'public.signIn.title' | transloco }}</h1>
      @if (session.account(); as account) {
        <ui-notification tone="info" [heading]="'public.signIn.already' | transloco">
          <p>{{ account.name | say }}</p>
          <p><a [routerLink]="home()">{{ 'public.signIn.goOn' | transloco }}</a></p>
        </ui-notification>
      }
      <p class="measure">{{ 'public.signIn.lead' | transloco }}</p>
      <div class="actions">
        <a uiButton [href]="link()"><ui-icon name="lock" />{{ 'public.signIn.withDigitalId' | transloco }}</a>
        @if (hasDga()) {
          <a uiButton="secondary" [href]="link() + '&provider=dga'"><ui-icon name="lock" />{{ 'public.signIn.withDga' | transloco }}</a>
        }
      </div>
      <p class="small soft measure">{{ 'public.signIn.sameAccount' | transloco }}</p>
      @if (personas.isLoading()) {
        <ui-loading [rows]="3" />
      }
      @if (groups().length > 0) {
        <section class="sandbox" aria-labelledby="sandbox">
          <h2 id="sandbox">{{ 'public.signIn.sandboxTitle' | transloco }}</h2>
          <p class="measure soft">{{ 'public.signIn.sandboxText' | transloco }}</p>
          @for (group of groups(); track group.role) {
            <h3>{{ 'public.signIn.role.' + group.role | transloco }}</h3>
            <ng-container [ngTemplateOutlet]="cards" [ngTemplateOutletContext]="{ $implicit: group.first }" />
            @if (group.rest.length > 0) {
              <details>
                <summary class="strong">{{ 'public.signIn.more' | transloco: { count: group.rest.length } }}</summary>
                <ng-container [ngTemplateOutlet]="cards" [ngTemplateOutletContext]="{ $implicit: group.rest }" />
              </details>
            }
          }
          <ng-template #cards let-people>
            <ul class="cards plain-list">
              @for (persona of people; track persona.hint) {
                <li class="card card-link persona">
                  <ui-icon name="user" />
                  <span>
                    <a [href]="linkOf(persona)"><span class="visually-hidden">{{ 'public.signIn.as' | transloco }} </span>{{ persona.name | say }}</a>
                    <span class="task-hint">{{ persona.about | say }}</span>
                  </span>
                </li>
              }
            </ul>
          </ng-template>
        </section>
      }
    </div>
  `,
})
export class SignInPage {
  readonly returnTo = input<string>();
  /** Why the last try failed, as the server says it. */
  readonly problem = input<string>();
  /** By which way it was. */
  readonly provider = input<string>();
  protected readonly session = inject(Session);
  protected readonly providers = httpResource<ProviderView[]>(() => '/api/auth/providers');
  protected readonly hasDga = computed(() => this.providers.hasValue() && this.providers.value().some(({ code }) => code === 'dga'));
  protected readonly why = computed(() => {
    const problem = this.problem() ?? '';
    if (problem === 'temporarily-unavailable' && this.hasDga()) return this.provider() === 'dga' ? 'public.signIn.dgaAway' : 'public.signIn.thaIdAway';
    return `public.signIn.${WHY[problem] ?? 'failedText'}`;
  });
  protected readonly personas = httpResource<PersonaView[]>(() => '/api/auth/personas');
  protected readonly groups = computed(() => {
    const people = this.personas.hasValue() ? this.personas.value() : [];
    return ROLES.map((role) => ({ role, people: people.filter((person) => person.role === role) }))
      .filter((group) => group.people.length > 0)
      .map(({ role, people: all }) => ({ role, first: all.slice(0, SHOWN_AT_ONCE), rest: all.slice(SHOWN_AT_ONCE) }));
  });

  protected home(): string {
    const role = this.session.account()?.roles[0];
    return this.returnTo() ?? (role ? HOMES[role] : '/');
  }

  protected link(): string {
    return signInLink(this.returnTo() ?? '/my');
  }

  /** Officers land at their own work, unless the page that was asked for is theirs. */
  protected linkOf({ hint, role }: PersonaView): string {
    const wanted = this.returnTo();
    const home = HOMES[role];
    const isOwn = wanted && (wanted.startsWith(home) || !Object.values(HOMES).some((other) => wanted.startsWith(other)));
    return signInLink(isOwn ? wanted : home, hint);
  }
}
