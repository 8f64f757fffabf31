import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { LicenceTypeView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { BackLink, BahtPipe, Button, DayPipe, DaysPipe, Icon, Language, LineMapView, Loading, ProblemView, SayPipe, Table, Tag } from '@anuyat/ui';
import { PageTitle } from '../core/page-title';
import { toProblem } from '../core/problem';
import { manualMap } from './manual-map';

/** The public manual of one licence type, made from its definition: time, fee, steps, documents, law, sources. */
@Component({
  selector: 'anuyat-manual-page',
  imports: [BackLink, BahtPipe, Button, DayPipe, DaysPipe, Icon, LineMapView, Loading, ProblemView, SayPipe, Table, Tag, TranslocoPipe],
  templateUrl: './manual-page.html',
})
export class ManualPage {
  readonly code = input.required<string>();
  protected readonly type = httpResource<LicenceTypeView>(() => `/api/licence-types/${encodeURIComponent(this.code())}`);
  protected readonly toProblem = toProblem;
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);

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

  protected print(): void {
    window.print();
  }

  private words(key: string): Text {
    const words = this.transloco.translate<string>(`public.${key}`);
    return { th: words, en: words };
  }
}
