import { Injectable, computed, inject, signal } from '@angular/core';
import { HttpClient } from '@angular/common/http';
import type { CanActivateFn } from '@angular/router';
import { Router } from '@angular/router';
import { holds } from '@anuyat/access/shell';
import type { AccountView, Me, Role } from '@anuyat/contract';
import { firstValueFrom } from 'rxjs';

/** Who is signed in, as the server says. Asked once at the start; a refused call corrects it. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly known = signal<Me | undefined>(undefined);
  private asking: Promise<Me> | undefined;
  private readonly ended = signal(false);

  readonly account = computed<AccountView | undefined>(() => this.known()?.account);
  readonly isKnown = computed(() => this.known() !== undefined);
  readonly isSignedIn = computed(() => this.known()?.isSignedIn === true);
  /** The session ran out while somebody was working; what they typed is kept. */
  readonly hasEnded = this.ended.asReadonly();

  /** Never fails: a portal that cannot be reached is one where nobody is signed in. */
  ask(): Promise<Me> {
    this.asking ??= firstValueFrom(this.http.get<Me>('/api/auth/me')).then(
      (me) => (this.known.set(me), me),
      () => {
        this.asking = undefined;
        const nobody: Me = { isSignedIn: false };
        this.known.set(nobody);
        return nobody;
      },
    );
    return this.asking;
  }

  noticeEnd(): void {
    if (this.isSignedIn()) this.ended.set(true);
  }

  has(role: Role): boolean {
    const account = this.account();
    return account !== undefined && holds(account, role);
  }

  async signOut(): Promise<void> {
    const reply = await firstValueFrom(this.http.post<{ redirectTo?: string } | null>('/api/auth/logout', {}));
    location.assign(reply?.redirectTo ?? '/');
  }
}

/** Where a person goes to sign in and comes back from. */
export function signInLink(returnTo: string, hint?: string): string {
  const query = new URLSearchParams({ returnTo });
  if (hint) query.set('login_hint', hint);
  return `/api/auth/login?${query.toString()}`;
}

/** Only for people who hold the role; others are sent to sign in, and come back to the same page. */
export function onlyFor(role: Role): CanActivateFn {
  return async (_route, state) => {
    const session = inject(Session);
    const router = inject(Router);
    const me = await session.ask();
    if (!me.isSignedIn) return router.createUrlTree(['/sign-in'], { queryParams: { returnTo: state.url } });
    return session.has(role) || router.createUrlTree(['/not-allowed']);
  };
}
