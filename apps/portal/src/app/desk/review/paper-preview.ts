import { httpResource } from '@angular/common/http';
import { Component, computed, effect, input, linkedSignal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DocumentView } from '@anuyat/contract';
import { Button, Loading, ProblemView } from '@anuyat/ui';
import { toProblem } from '../../core/problem';

/** A paper page by page, as pictures that the server drew: to be read beside the answers, with nothing of the file itself in the browser. */
@Component({
  selector: 'desk-paper-preview',
  imports: [Button, Loading, ProblemView, TranslocoPipe],
  template: `
    <div class="paper-preview" role="group" [attr.aria-label]="'desk.documents.previewOf' | transloco: { name: file().fileName }">
      @if (pages() > 1) {
        <p class="row">
          <button type="button" uiButton="quiet" isSmall [disabled]="page() === 1" (click)="page.set(page() - 1)">{{ 'desk.documents.pageBack' | transloco }}</button>
          <span class="small figures" role="status">{{ 'desk.documents.pageOf' | transloco: { page: page(), pages: pages() } }}</span>
          <button type="button" uiButton="quiet" isSmall [disabled]="page() === pages()" (click)="page.set(page() + 1)">{{ 'desk.documents.pageOn' | transloco }}</button>
        </p>
      }
      @if (picture(); as shown) {
        <img [src]="shown" [attr.alt]="'desk.documents.pictureOf' | transloco: { name: file().fileName, page: page() }" />
      } @else if (problem(); as trouble) {
        <ui-problem [problem]="trouble" />
      } @else {
        <ui-loading [rows]="4" />
      }
    </div>
  `,
})
export class PaperPreview {
  readonly file = input.required<DocumentView>();
  protected readonly page = linkedSignal<string, number>({ source: () => this.file().id, computation: () => 1 });
  private readonly answer = httpResource.blob(() => `/api/documents/${encodeURIComponent(this.file().id)}/preview?page=${this.page()}`);
  protected readonly problem = computed(() => (this.answer.error() ? toProblem(this.answer.error()) : null));
  protected readonly picture = computed(() => (this.answer.hasValue() ? URL.createObjectURL(this.answer.value()) : null));
  /** Stays known while the next page is on its way. */
  protected readonly pages = linkedSignal<string | null, number>({
    source: () => this.answer.headers()?.get('x-pages') ?? null,
    computation: (told, before) => (told === null ? before?.value ?? 1 : Number(told)),
  });

  constructor() {
    effect((done) => {
      const shown = this.picture();
      done(() => shown && URL.revokeObjectURL(shown));
    });
  }
}
