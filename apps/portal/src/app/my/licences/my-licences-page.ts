import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LicenceView } from '@anuyat/contract';
import { BackLink, Empty, Loading, ProblemView } from '@anuyat/ui';
import { toProblem } from '../../core/problem';
import { LicenceCard } from './licence-card';

@Component({
  selector: 'anuyat-my-licences-page',
  imports: [BackLink, Empty, LicenceCard, Loading, ProblemView, TranslocoPipe],
  template: `
    <div class="page">
      <ui-back-link link="/my" [title]="'my.cases.title' | transloco" />
      <h1>{{ 'my.cases.licences' | transloco }}</h1>
      @if (licences.hasValue()) {
        <div class="cards own-licences">
          @for (licence of licences.value(); track licence.number) {
            <anuyat-licence-card [licence]="licence" [level]="2" />
          }
        </div>
        @if (licences.value().length === 0) {
          <ui-empty [heading]="'my.licence.empty' | transloco"><p>{{ 'my.licence.emptyText' | transloco }}</p></ui-empty>
        }
      } @else if (licences.error()) {
        <ui-problem [problem]="toProblem(licences.error())" canRetry (retry)="licences.reload()" />
      } @else {
        <ui-loading [rows]="3" />
      }
    </div>
  `,
})
export class MyLicencesPage {
  protected readonly licences = httpResource<LicenceView[]>(() => '/api/licences');
  protected readonly toProblem = toProblem;
}
