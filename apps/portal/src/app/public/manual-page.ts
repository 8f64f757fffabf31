import { httpResource } from '@angular/common/http';
import { Component, DOCUMENT, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { ManualView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { BackLink, BahtPipe, Button, DayPipe, DaysPipe, Icon, Language, LineMapView, Loading, Notification, ProblemView, SayPipe, StateDiagram, Table, Tag } from '@anuyat/ui';
import { PageTitle } from '../core/page-title';
import { toProblem } from '../core/problem';
import { manualMap } from './manual-map';

/** The manual for the public of one licence type (Licensing Facilitation Act B.E. 2558 s.7), made from the definition that runs. */
@Component({
  selector: 'anuyat-manual-page',
  imports: [BackLink, BahtPipe, Button, DayPipe, DaysPipe, Icon, LineMapView, Loading, Notification, ProblemView, RouterLink, SayPipe, StateDiagram, Table, Tag, TranslocoPipe],
  templateUrl: './manual-page.html',
})
export class ManualPage {
  readonly code = input.required<string>();
  /** An older version, as an application keeps it; the newest where none is named. */
  readonly version = input<string>();
  private readonly address = computed(() => `/api/licence-types/${encodeURIComponent(this.code())}`);
  private readonly query = computed(() => (this.version() === undefined ? '' : `?version=${encodeURIComponent(this.version() ?? '')}`));
  protected readonly type = httpResource<ManualView>(() => `${this.address()}/manual${this.query()}`);
  protected readonly linkedData = computed(() => `${this.address()}/manual.jsonld${this.query()}`);
  protected readonly toProblem = toProblem;
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly window = inject(DOCUMENT).defaultView;

  protected readonly map = computed(() => {
    if (!this.type.hasValue()) return undefined;
    this.language.current();
    const [check, inspect, decide, pay, issue] = ['check', 'inspect', 'decide', 'pay', 'issue'].map((key) => this.words(`manual.${key}`));
    if (!check || !inspect || !decide || !pay || !issue) return undefined;
    return manualMap(this.type.value(), { submit: this.words('plan.submit'), check, inspect, decide, pay, issue });
  });

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => {
      if (this.type.hasValue()) pageTitle.set(this.type.value().title);
    });
  }

  protected names(texts: readonly Text[]): string {
    return texts.map((text) => this.language.say(text)).join(', ');
  }

  protected print(): void {
    this.window?.print();
  }

  private words(key: string): Text {
    const words = this.transloco.translate<string>(`public.${key}`);
    return { th: words, en: words };
  }
}
