import { Component, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Problem, UploadView, VaultView } from '@anuyat/contract';
import { Button, BytesPipe, Icon, ProblemView, SayPipe } from '@anuyat/ui';
import { openWire, refusalIn } from './wire';

/** Uploads that stopped on the way, such as when the page was closed: what to do to go on, and the way to give one up. */
@Component({
  selector: 'anuyat-unfinished-uploads',
  imports: [Button, BytesPipe, Icon, ProblemView, SayPipe, TranslocoPipe],
  template: `
    @for (one of uploads(); track one.id) {
      <div class="kept-file">
        <ui-icon name="clock" />
        <span class="file-name">@if (titleOf(one); as title) { {{ title | say }}: } {{ one.fileName }} <span class="soft small">@if (one.received < one.bytes) { {{ one.received | bytes }} / } {{ one.bytes | bytes }} · {{ (one.received < one.bytes ? 'my.papers.unfinished' : 'my.papers.unattached') | transloco }}</span></span>
        <button type="button" uiButton="quiet" isSmall [isBusy]="busyWith() === one.id" (click)="end(one)">{{ 'my.papers.cancel' | transloco }}<span class="visually-hidden"> {{ one.fileName }}</span></button>
      </div>
    }
    @if (problem(); as trouble) {
      <ui-problem [problem]="trouble" isSafe />
    }
  `,
})
export class UnfinishedUploads {
  readonly uploads = input.required<readonly UploadView[]>();
  /** What each is called, where they are of several kinds. */
  readonly kinds = input<VaultView['kinds']>([]);
  readonly gone = output<void>();
  protected readonly busyWith = signal<string | undefined>(undefined);
  protected readonly problem = signal<Problem | undefined>(undefined);

  protected titleOf({ code }: UploadView): VaultView['kinds'][number]['title'] | undefined {
    return this.kinds().find((kind) => kind.code === code)?.title;
  }

  protected async end({ id }: UploadView): Promise<void> {
    this.busyWith.set(id);
    this.problem.set(undefined);
    const answer = await openWire({ method: 'DELETE', url: `/api/uploads/${id}`, headers: { 'Tus-Resumable': '1.0.0' } }, new AbortController().signal);
    if (answer.status !== 204 && answer.status !== 404) this.problem.set(refusalIn(answer).problem);
    this.busyWith.set(undefined);
    this.gone.emit();
  }
}
