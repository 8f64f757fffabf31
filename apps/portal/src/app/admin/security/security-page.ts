import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { SecurityEventKind, SecurityEventPage, SecurityEventView } from '@anuyat/contract';
import { isIsoDate } from '@anuyat/dictionary';
import { Button, DayField, Empty, Field, Loading, MomentPipe, Notification, Pagination, ProblemView, SayPipe, Table, Tag, type TagTone } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';
import { toProblem } from '../../core/problem';
import { AdminNav } from '../admin-nav';

const KINDS: readonly SecurityEventKind[] = [
  'sign-in', 'sign-in-failed', 'sign-out', 'session-ended', 'step-up', 'step-up-failed', 'locked-out', 'lock-lifted', 'passkey-added', 'passkey-removed', 'passkey-failed', 'refused', 'cross-origin', 'too-often', 'record-read',
];
const ALARMING: readonly SecurityEventKind[] = ['sign-in-failed', 'step-up-failed', 'locked-out', 'passkey-failed', 'cross-origin', 'too-often'];

/** Whole days in Thailand as the moments at which they begin and end. */
const momentOf = (day: string, days = 0): string => new Date(Date.parse(`${day}T00:00:00+07:00`) + days * 86_400_000).toISOString();

/** The record of sign-ins and refusals: searched by person, kind and day. What is looked at is recorded in turn. */
@Component({
  selector: 'admin-security-page',
  imports: [AdminNav, Button, DayField, Empty, Field, Loading, MomentPipe, Notification, Pagination, ProblemView, RouterLink, SayPipe, Table, Tag, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../core/staff.css', '../admin.css'],
  templateUrl: './security-page.html',
})
export class SecurityPage {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  /** From the address. */
  readonly person = input<string>();
  readonly kind = input<string>();
  readonly from = input<string>();
  readonly until = input<string>();
  readonly after = input<string>();
  protected readonly first = linkedSignal(() => this.from() ?? '');
  protected readonly last = linkedSignal(() => this.until() ?? '');
  protected readonly kinds = KINDS;
  protected readonly events = httpResource<SecurityEventPage>(() => {
    const [from, until] = [this.from(), this.until()];
    const wanted = { person: this.person(), kind: this.kind(), from: from && momentOf(from), until: until && momentOf(until, 1), after: this.after() };
    const query = new URLSearchParams(Object.entries(wanted).flatMap(([name, value]) => (value ? [[name, value]] : [])));
    return `/api/admin/security-events?${query.toString()}`;
  });
  protected readonly problem = computed(() => (this.events.error() ? toProblem(this.events.error()) : undefined));
  /** The mark that was searched for, where it was one. */
  protected readonly oneReference = computed(() => /^[0-9a-f]{4}(-?[0-9a-f]{4}){2}$/i.exec(this.person()?.trim() ?? '')?.[0]);
  protected readonly ended = signal<number | null>(null);
  protected readonly ending = new Act<{ ended: number }>((key) => this.api.send<{ ended: number }>('DELETE', `/api/admin/people/${this.oneReference()}/sessions`, undefined, key));

  protected seek(person: string, kind: string): void {
    const [from, until] = [this.first(), this.last()];
    if (![from, until].every((day) => day === '' || isIsoDate(day))) return;
    const named = person.trim().length > 1 ? person.trim() : null;
    this.go({ person: named, kind: kind || null, from: from || null, until: until || null, after: null });
  }

  protected goOn(next: string | null): void {
    if (next) this.go({ after: next });
  }

  protected goBack(): void {
    history.back();
  }

  protected async end(reference: string): Promise<void> {
    const done = await this.ending.run(reference);
    if (!done) return;
    this.ended.set(done.ended);
    this.events.reload();
  }

  protected toneOf({ kind }: SecurityEventView): TagTone {
    return ALARMING.includes(kind) ? 'late' : kind === 'refused' ? 'now' : kind === 'sign-in' ? 'done' : 'plain';
  }

  private go(queryParams: Record<string, string | null>): void {
    this.ended.set(null);
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
