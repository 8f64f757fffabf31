import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OwnSecurityEvent, OwnSecurityView } from '@anuyat/contract';
import { Button, Empty, Loading, MomentPipe, ProblemView, Tag } from '@anuyat/ui';
import { Act } from '../core/act';
import { ApiClient } from '../core/api-client';
import { toProblem } from '../core/problem';
import { Session } from '../core/session';
import { deviceName } from './device-name';

const ALARMING: readonly OwnSecurityEvent['kind'][] = ['step-up-failed', 'passkey-failed', 'locked-out'];
const REASONS = ['signed-in-anew', 'by-hand', 'other-person', 'assurance-too-low', 'refused-by-provider', 'check-failed', 'provider-away'];

/** What happened to one's own account lately, and what to do where that was somebody else. */
@Component({
  selector: 'anuyat-recent-sign-ins',
  imports: [Button, Empty, Loading, MomentPipe, ProblemView, Tag, TranslocoPipe],
  template: `
    <section aria-labelledby="sign-ins">
      <h2 id="sign-ins">{{ 'account.signIns.title' | transloco }}</h2>
      <p class="soft">{{ 'account.signIns.lead' | transloco }}</p>
      @if (record.hasValue()) {
        @let view = record.value();
        <ul class="cards plain-list">
          @for (one of view.items; track one.id) {
            <li class="card">
              <div class="row row-apart">
                <strong>{{ 'account.signIns.kind.' + one.kind | transloco }}@if (one.count > 1) { <span class="figures">× {{ one.count }}</span>}</strong>
                @if (one.isThisOne && one.kind === 'sign-in') {
                  <ui-tag tone="done">{{ 'account.signIns.thisOne' | transloco }}</ui-tag>
                } @else if (isAlarming(one)) {
                  <ui-tag tone="late">{{ 'account.signIns.look' | transloco }}</ui-tag>
                }
              </div>
              <p class="small soft">{{ one.at | moment }}@if (deviceName(one.agent); as device) { · {{ device }}}@if (one.provider; as provider) { · {{ 'account.signIns.by.' + provider | transloco }}} · {{ 'account.signIns.' + whereOf(one) | transloco }}@if (reasonOf(one); as reason) { · {{ 'account.signIns.reason.' + reason | transloco }}}</p>
            </li>
          } @empty {
            <li><ui-empty [heading]="'account.signIns.none' | transloco"><p>{{ 'account.signIns.noneText' | transloco }}</p></ui-empty></li>
          }
        </ul>
        <div class="card not-you">
          <h3>{{ 'account.signIns.notYou' | transloco }}</h3>
          <p>{{ 'account.signIns.notYouText' | transloco }}</p>
          @if (leaving.problem(); as trouble) {
            <ui-problem [problem]="trouble" />
          }
          <div class="actions"><button type="button" uiButton="danger" isSmall [isBusy]="leaving.isBusy()" (click)="leaving.run()">{{ 'account.signIns.everywhere' | transloco }}</button></div>
          <p class="small soft">{{ 'account.signIns.reference' | transloco }} <strong class="figures">{{ view.reference }}</strong></p>
        </div>
      } @else if (problem(); as trouble) {
        <ui-problem [problem]="trouble" canRetry (retry)="record.reload()" />
      } @else {
        <ui-loading [rows]="4" />
      }
    </section>
  `,
})
export class RecentSignIns {
  private readonly api = inject(ApiClient);
  private readonly session = inject(Session);
  protected readonly record = httpResource<OwnSecurityView>(() => '/api/auth/sign-ins');
  protected readonly problem = computed(() => (this.record.error() ? toProblem(this.record.error()) : undefined));
  protected readonly deviceName = deviceName;
  /** All others first, then this one. */
  protected readonly leaving = new Act<true>(async (key) => {
    await this.api.send('DELETE', '/api/auth/sessions', undefined, key);
    await this.session.signOut();
    return true;
  });

  protected isAlarming({ kind }: OwnSecurityEvent): boolean {
    return ALARMING.includes(kind);
  }

  protected whereOf({ kind, code, isFromHere }: OwnSecurityEvent): string {
    if (kind === 'record-read' || code === 'by-administrator') return 'byOther';
    return isFromHere ? 'here' : 'elsewhere';
  }

  protected reasonOf({ code }: OwnSecurityEvent): string | undefined {
    return REASONS.find((reason) => reason === code);
  }
}
