import { Component, computed, inject, signal } from '@angular/core';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { areas } from '@anuyat/access/shell';
import { Button, Language, SayPipe } from '@anuyat/ui/shell';
import { Session } from '../core/session';
import { Words } from '../core/words';

/** Name, main pages for the roles of who is signed in, language, sign-in state. */
@Component({
  selector: 'anuyat-site-header',
  imports: [Button, RouterLink, SayPipe, TranslocoPipe],
  template: `
    <header class="site-header">
      <div class="page">
        <a class="wordmark" routerLink="/">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="7" fill="#2b3a8c" />
            <path d="M5 22h6l8-12h8" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" />
            <path d="M5 10h6l8 12h8" fill="none" stroke="#f0b54a" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" />
            <circle cx="15" cy="16" r="4.2" fill="#fff" stroke="#2b3a8c" stroke-width="2.4" />
          </svg>
          <span>
            <span class="wordmark-name">{{ 'portal' | transloco }}</span>
            <span class="wordmark-line">{{ 'shell.tagline' | transloco }}</span>
          </span>
        </a>
        <nav class="site-nav" [attr.aria-label]="'shell.mainPages' | transloco">
          @for (page of pages(); track page.path) {
            <a [routerLink]="page.path" [attr.aria-current]="isOpen(page.path) ? 'page' : null">{{ page.words | transloco }}</a>
          }
        </nav>
        <div class="site-tools">
          @if (session.account(); as account) {
            <a class="signed-in" routerLink="/account"><span class="visually-hidden">{{ 'shell.signedInAs' | transloco }} </span>{{ account.name | say }}</a>
            <button type="button" uiButton="quiet" (click)="session.signOut()">{{ 'shell.signOut' | transloco }}</button>
          } @else if (session.isKnown()) {
            <a uiButton="quiet" routerLink="/sign-in" [queryParams]="{ returnTo: returnTo() }">{{ 'shell.signIn' | transloco }}</a>
          }
          <button type="button" uiButton="quiet" [attr.lang]="other()" (click)="words.switchTo(other())">{{ other() === 'en' ? 'English' : 'ภาษาไทย' }}</button>
        </div>
      </div>
    </header>
  `,
})
export class SiteHeader {
  protected readonly session = inject(Session);
  protected readonly words = inject(Words);
  private readonly language = inject(Language);
  private readonly router = inject(Router);

  protected readonly other = computed(() => (this.language.current() === 'th' ? 'en' : 'th'));
  protected readonly pages = computed(() => {
    const roles = this.session.account()?.roles ?? [];
    const isStaff = roles.some((role) => role !== 'applicant');
    return [
      ...areas.filter(({ role }) => this.session.has(role)),
      ...(isStaff ? [] : [{ path: '/journeys', words: 'shell.journeys' }]),
      { path: '/licence-types', words: 'shell.licenceTypes' },
      { path: '/verify', words: 'shell.verify' },
      ...(isStaff ? [] : [{ path: '/help', words: 'shell.help' }]),
    ];
  });

  private readonly url = signal('');

  constructor() {
    this.router.events.subscribe((event) => {
      if (event instanceof NavigationEnd) this.url.set(event.urlAfterRedirects);
    });
  }

  protected isOpen(path: string): boolean {
    return this.url().startsWith(path);
  }

  protected returnTo(): string {
    const url = this.router.url;
    return url === '/' || url.startsWith('/sign-in') ? '/my' : url;
  }
}
