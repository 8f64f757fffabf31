import { httpResource } from '@angular/common/http';
import { Component, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ApplicationView } from '@anuyat/contract';
import type { Diagram, Text } from '@anuyat/licence-kit';
import { Loading, ProblemView, SayPipe, StateDiagram } from '@anuyat/ui';
import { toProblem } from '../core/problem';

const STATES: Text = { th: 'แผนผังสถานะ และตำแหน่งปัจจุบัน', en: 'Diagram of the states, and where it stands' };
const MANUAL: Text = { th: 'คู่มือสำหรับประชาชน ฉบับที่ใช้กับคำขอนี้ (ฉบับที่', en: 'The manual that this application was filed under (version' };

/** Where an application stands in the diagram of its version, folded; with the manual of that version. */
@Component({
  selector: 'anuyat-states-box',
  imports: [Loading, ProblemView, RouterLink, SayPipe, StateDiagram],
  template: `
    <details class="why-box small" (toggle)="ask($event)">
      <summary>{{ states | say }}<span class="visually-hidden"> {{ application().title | say }}</span></summary>
      @if (diagram.hasValue()) {
        <ui-state-diagram [diagram]="diagram.value()" [here]="application().standsIn" />
      } @else if (diagram.error()) {
        <ui-problem [problem]="toProblem(diagram.error())" canRetry (retry)="diagram.reload()" />
      } @else {
        <ui-loading [rows]="2" />
      }
    </details>
    <p class="tiny"><a [routerLink]="['/licence-types', application().code, 'versions', application().version]">{{ manual | say }} {{ application().version }})<span class="visually-hidden"> {{ application().title | say }}</span></a></p>
  `,
})
export class StatesBox {
  readonly application = input.required<ApplicationView>();
  private readonly isAsked = signal(false);
  protected readonly diagram = httpResource<Diagram>(() => {
    const { code, version } = this.application();
    return this.isAsked() ? `/api/licence-types/${code}/diagram?version=${version}` : undefined;
  });
  protected readonly states = STATES;
  protected readonly manual = MANUAL;
  protected readonly toProblem = toProblem;

  protected ask({ target }: Event): void {
    if ((target as HTMLDetailsElement).open) this.isAsked.set(true);
  }
}
