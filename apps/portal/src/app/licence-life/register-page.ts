import { httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import type { LicencePage, LicenceStanding } from '@anuyat/contract';
import { Button, DayPipe, Empty, Field, Loading, Pagination, ProblemView, SayPipe, Table, Tag } from '@anuyat/ui';
import { toProblem } from '../core/problem';
import { STANDING_WORDS } from './life-words';
import { REGISTER_WORDS } from './register-words';

/** The register of licences: of the officer's offices, or of the territories that a monitor watches; `of` and `link` come with the route. */
@Component({
  selector: 'life-register-page',
  imports: [Button, DayPipe, Empty, Field, Loading, Pagination, ProblemView, RouterLink, SayPipe, Table, Tag],
  templateUrl: './register-page.html',
})
export class RegisterPage {
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  protected readonly words = REGISTER_WORDS;
  protected readonly standings = STANDING_WORDS;
  protected readonly all = Object.keys(STANDING_WORDS) as LicenceStanding[];
  protected readonly toProblem = toProblem;
  protected readonly of = String(this.route.snapshot.data['of']);
  protected readonly link = String(this.route.snapshot.data['link']);
  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });
  protected readonly status = computed(() => this.params().get('status') ?? '');
  protected readonly q = computed(() => this.params().get('q') ?? '');
  protected readonly after = computed(() => this.params().get('after') ?? '');
  protected readonly typed = linkedSignal(() => this.q());
  protected readonly page = httpResource<LicencePage>(() => {
    const query = new URLSearchParams(Object.entries({ status: this.status(), q: this.q(), after: this.after() }).filter(([, value]) => value !== ''));
    return `/api/licences/${this.of}?${query.toString()}`;
  });

  protected show(change: { status?: string; q?: string; after?: string }): void {
    const next = { status: this.status(), q: this.q(), after: '', ...change };
    void this.router.navigate([], { relativeTo: this.route, queryParams: Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')) });
  }

  protected search(event: Event): void {
    event.preventDefault();
    this.show({ q: this.typed().trim() });
  }

  protected tone(status: LicenceStanding): 'done' | 'now' | 'late' {
    return status === 'valid' ? 'done' : status === 'expiring' ? 'now' : 'late';
  }
}
