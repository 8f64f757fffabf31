import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Problem, UploadView, VaultPaper, VaultView } from '@anuyat/contract';
import { Announcer, Field, FileDrop, Icon, Language, ProblemView, SayPipe, type RefusedFile } from '@anuyat/ui';
import { toProblem } from '../../core/problem';
import { DocumentUploader } from '../papers/document-uploader';
import type { Run } from '../papers/sending';
import { SendingView } from '../papers/sending-view';
import { UnfinishedUploads } from '../papers/unfinished-uploads';
import { UploadCancelled, UploadRefused } from '../papers/wire';

/** Puts a paper into the vault: what it is, whose it is, and the file. */
@Component({
  selector: 'anuyat-keep-form',
  imports: [Field, FileDrop, Icon, ProblemView, SayPipe, SendingView, TranslocoPipe, UnfinishedUploads],
  template: `
    <section class="card" aria-labelledby="keep-heading">
      <h2 class="card-title" id="keep-heading">{{ 'my.vault.put' | transloco }}</h2>
      <ui-field for="keep-kind" [label]="'my.vault.kind' | transloco">
        <select class="input" id="keep-kind" [value]="code()" (change)="code.set(chosenIn($event))">
          <option value="">{{ 'my.vault.choose' | transloco }}</option>
          @for (kind of kinds(); track kind.code) {
            <option [value]="kind.code">{{ kind.title | say }}</option>
          }
        </select>
      </ui-field>
      @if (businesses().length > 0) {
        <ui-field for="keep-owner" [label]="'my.vault.whose' | transloco">
          <select class="input" id="keep-owner" [value]="business()" (change)="business.set(chosenIn($event))">
            <option value="">{{ 'my.vault.own' | transloco }}</option>
            @for (one of businesses(); track one.juristicId) {
              <option [value]="one.juristicId">{{ one.name | say }}</option>
            }
          </select>
        </ui-field>
      }
      @for (file of refused(); track file.name) {
        <p class="field-error" role="alert"><ui-icon name="alert" /><span>{{ file.name }}: {{ file.why | say }}</span></p>
      }
      @if (problem(); as problem) {
        <ui-problem [problem]="problem" isSafe />
      }
      @if (sending(); as run) {
        <anuyat-sending [now]="run.now()" (goOn)="run.goOn()" (cancelled)="run.cancel()" />
      } @else {
        <anuyat-unfinished-uploads [uploads]="unfinished()" [kinds]="kinds()" (gone)="uploads.reload()" />
      }
      @if (kind(); as kind) {
        @if (!sending()) {
          <ui-file-drop [id]="'keep-file'" [label]="('my.vault.upload' | transloco) + ' ' + (kind.title | say)" [accepts]="kind.accepts" [maxBytes]="kind.maxBytes" [maxFiles]="5" (chosen)="send($event)" (refused)="refused.set($event)" />
        }
      }
    </section>
  `,
})
export class KeepForm {
  readonly kinds = input.required<VaultView['kinds']>();
  readonly businesses = input.required<VaultView['businesses']>();
  readonly kept = output<VaultPaper>();
  private readonly uploader = inject(DocumentUploader);
  private readonly announcer = inject(Announcer);
  private readonly language = inject(Language);
  protected readonly code = signal('');
  protected readonly business = signal('');
  protected readonly kind = computed(() => this.kinds().find(({ code }) => code === this.code()));
  protected readonly refused = signal<readonly RefusedFile[]>([]);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly sending = signal<Run<VaultPaper> | undefined>(undefined);
  protected readonly uploads = httpResource<UploadView[]>(() => '/api/uploads');
  protected readonly unfinished = computed(() => (this.uploads.hasValue() ? this.uploads.value().filter(({ caseId }) => caseId === null) : []));

  protected chosenIn(event: Event): string {
    return (event.target as HTMLSelectElement).value;
  }

  protected async send(files: readonly File[]): Promise<void> {
    this.problem.set(undefined);
    for (const file of files) {
      const run = this.uploader.keep({ code: this.code(), business: this.business() }, file);
      this.sending.set(run);
      try {
        const paper = await run.done;
        this.announcer.say(`${this.language.say({ th: 'เก็บแล้ว', en: 'Kept' })} ${paper.fileName}`);
        this.kept.emit(paper);
      } catch (error) {
        if (error instanceof UploadCancelled) this.announcer.say(`${this.language.say({ th: 'ยกเลิกแล้ว', en: 'Cancelled' })} ${file.name}`);
        else this.problem.set(error instanceof UploadRefused ? error.problem : toProblem(error));
        break;
      } finally {
        this.sending.set(undefined);
        this.uploads.reload();
      }
    }
  }
}
