import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DocumentView, TaskView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { Button, BytesPipe, DayPipe, Icon, SayPipe, ScanMark, Tag, canOpen } from '@anuyat/ui';
import { PaperPreview } from './paper-preview';

interface Paper {
  code: string;
  title: Text;
  files: DocumentView[];
  /** Whether a question is about it, and still waits. */
  asked: 'waiting' | 'answered' | null;
}

const KINDS: Record<DocumentView['kind'], string> = { 'application/pdf': 'PDF', 'image/jpeg': 'JPG', 'image/png': 'PNG' };

/** The papers that this office may see, with small pictures of images; each opens in a tab of its own. */
@Component({
  selector: 'desk-documents-panel',
  imports: [Button, BytesPipe, DayPipe, Icon, NgTemplateOutlet, PaperPreview, SayPipe, ScanMark, Tag, TranslocoPipe],
  template: `
    <section class="panel" aria-labelledby="documents-heading">
      <h2 id="documents-heading">{{ 'desk.documents.heading' | transloco }}</h2>
      @for (paper of papers(); track paper.code) {
        <div class="paper">
          <h3 class="paper-title">
            {{ paper.title | say }}
            @if (paper.asked === 'waiting') {
              <ui-tag tone="now">{{ 'desk.answers.isAsked' | transloco }}</ui-tag>
            }
            @if (paper.asked === 'answered') {
              <ui-tag tone="info">{{ 'desk.answers.wasAsked' | transloco }}</ui-tag>
            }
          </h3>
          @for (file of paper.files; track file.id) {
            @if (canOpen(file)) {
              <a class="paper-file" [href]="linkOf(file)" target="_blank" rel="noopener">
                @if (file.kind === 'application/pdf') {
                  <span class="paper-sign" aria-hidden="true"><ui-icon name="file" /></span>
                } @else {
                  <img class="paper-picture" loading="lazy" [src]="linkOf(file)" alt="" width="64" height="64" />
                }
                <ng-container [ngTemplateOutlet]="about" [ngTemplateOutletContext]="{ $implicit: file }" />
              </a>
              <button type="button" uiButton="quiet" isSmall [attr.aria-expanded]="previewed() === file.id" (click)="previewed.set(previewed() === file.id ? '' : file.id)">
                {{ (previewed() === file.id ? 'desk.documents.previewClose' : 'desk.documents.preview') | transloco }}<span class="visually-hidden"> {{ file.fileName }}</span>
              </button>
              @if (previewed() === file.id) {
                <desk-paper-preview [file]="file" />
              }
            } @else {
              <p class="paper-file">
                <span class="paper-sign" aria-hidden="true"><ui-icon name="file" /></span>
                <ng-container [ngTemplateOutlet]="about" [ngTemplateOutletContext]="{ $implicit: file }" />
              </p>
            }
          } @empty {
            <p class="small soft">{{ 'desk.documents.none' | transloco }}</p>
          }
          @if (canAsk()) {
            <button type="button" class="paper-ask" uiButton="quiet" isSmall [attr.aria-pressed]="picked().has(paper.code)" (click)="pointedAt.emit(paper.code)">
              {{ (picked().has(paper.code) ? 'desk.answers.pointedAt' : 'desk.answers.pointAt') | transloco }}<span class="visually-hidden"> {{ paper.title | say }}</span>
            </button>
          }
        </div>
      } @empty {
        <p class="soft">{{ 'desk.documents.nothing' | transloco }}</p>
      }
      <ng-template #about let-file>
        <span>
          <span class="paper-name">{{ file.fileName }}</span>
          @if (isNew(file)) {
            <ui-tag tone="now">{{ 'desk.documents.new' | transloco }}</ui-tag>
          }
          <ui-scan-mark [scan]="file.scan" />
          <span class="tiny soft">{{ kindOf(file) }} · {{ file.bytes | bytes }} · {{ file.uploadedAt | day: 'short' }}@if (file.issuedOn) { · {{ 'desk.documents.issued' | transloco }} {{ file.issuedOn | day: 'short' }} }@if (file.expiresOn) { · {{ 'desk.documents.expires' | transloco }} {{ file.expiresOn | day: 'short' }} }@if (canOpen(file)) { · {{ 'desk.documents.newTab' | transloco }} }</span>
        </span>
      </ng-template>
    </section>
  `,
})
export class DocumentsPanel {
  readonly task = input.required<TaskView>();
  readonly canAsk = input(false);
  readonly picked = input<ReadonlySet<string>>(new Set());
  readonly pointedAt = output<string>();

  protected readonly canOpen = canOpen;
  /** The file whose pages are shown. */
  protected readonly previewed = signal('');

  /** Every paper that the lane reads, given or not: what is missing is half of the check. */
  protected readonly papers = computed((): Paper[] => {
    const { documents, askable, questions } = this.task();
    const listed = askable.documents.map(({ code, title }) => ({ code, title }));
    const others = documents.filter(({ code }) => !listed.some((one) => one.code === code)).map(({ code, title }) => ({ code, title }));
    const about = (code: string) => questions.filter(({ items }) => items.some(({ kind, target }) => kind === 'document' && target === code));
    const papers = [...listed, ...others].map(({ code, title }): Paper => ({
      code, title,
      files: documents.filter((file) => file.code === code).toSorted((a, b) => b.uploadedAt.localeCompare(a.uploadedAt)),
      asked: about(code).length === 0 ? null : about(code).some(({ answeredAt }) => answeredAt === null) ? 'waiting' : 'answered',
    }));
    return papers.filter(({ code }, at) => papers.findIndex((one) => one.code === code) === at);
  });

  /** Whether it came after this office had asked. */
  protected isNew(file: DocumentView): boolean {
    return this.task().questions.some(({ askedAt }) => file.uploadedAt > askedAt);
  }

  protected linkOf(file: DocumentView): string {
    return `/api/documents/${encodeURIComponent(file.id)}/content`;
  }

  protected kindOf(file: DocumentView): string {
    return KINDS[file.kind];
  }
}
