import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DocumentView, FormDocument, Problem, TellDates, UploadView, VaultPaper } from '@anuyat/contract';
import { Announcer, Button, BytesPipe, DayPipe, FileDrop, Icon, Language, ProblemView, SayPipe, ScanMark, Tag, canOpen } from '@anuyat/ui';
import type { RefusedFile } from '@anuyat/ui';
import { bangkokDate } from '@anuyat/dictionary';
import { paperAge, type Text } from '@anuyat/licence-kit';
import { ApiClient } from '../../core/api-client';
import { toProblem } from '../../core/problem';
import { WhyBox } from '../../why/why-box';
import { DatesForm } from './dates-form';
import { DocumentUploader } from './document-uploader';
import type { Run } from './sending';
import { SendingView } from './sending-view';
import { UnfinishedUploads } from './unfinished-uploads';
import { UploadCancelled, UploadRefused } from './wire';

/** One paper that is asked for: what it is, its files, and the place to put a new one. */
@Component({
  selector: 'anuyat-paper-slot',
  imports: [Button, BytesPipe, DatesForm, DayPipe, FileDrop, Icon, ProblemView, SayPipe, ScanMark, SendingView, Tag, TranslocoPipe, UnfinishedUploads, WhyBox],
  templateUrl: './paper-slot.html',
})
export class PaperSlot {
  readonly caseId = input.required<string>();
  readonly paper = input.required<FormDocument>();
  readonly isRequired = input.required<boolean>();
  readonly files = input.required<readonly DocumentView[]>();
  /** What the applicant keeps of this paper. */
  readonly kept = input<readonly VaultPaper[]>([]);
  /** Uploads for this paper that stopped on the way. */
  readonly unfinished = input<readonly UploadView[]>([]);
  readonly changed = output<void>();
  readonly added = output<DocumentView>();

  protected readonly canOpen = canOpen;
  protected readonly refused = signal<readonly RefusedFile[]>([]);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly sending = signal<Run<DocumentView> | undefined>(undefined);
  protected readonly busyWith = signal<string | undefined>(undefined);
  protected readonly room = computed(() => this.paper().maxFiles - this.files().length);
  protected readonly offered = computed(() => {
    const today = bangkokDate(new Date());
    const attached = new Set(this.files().map(({ sha256 }) => sha256));
    return this.kept().filter(({ sha256, scan }) => !attached.has(sha256) && scan !== 'infected').map((paper) => ({ paper, age: paperAge(paper, this.paper(), today) }));
  });
  protected readonly askedBy = computed(() => this.paper().askedBy.map(({ title }) => this.language.say(title)).join(', '));
  private readonly uploader = inject(DocumentUploader);
  private readonly api = inject(ApiClient);
  private readonly language = inject(Language);
  private readonly announcer = inject(Announcer);

  protected async send(files: readonly File[]): Promise<void> {
    this.problem.set(undefined);
    for (const file of files) {
      const run = this.uploader.send(this.caseId(), this.paper().code, file);
      this.sending.set(run);
      try {
        const added = await run.done;
        this.announcer.say(`${this.language.say({ th: 'แนบแล้ว', en: 'Attached' })} ${added.fileName}`);
        this.added.emit(added);
      } catch (error) {
        if (error instanceof UploadCancelled) this.announcer.say(`${this.language.say({ th: 'ยกเลิกแล้ว', en: 'Cancelled' })} ${file.name}`);
        else this.problem.set(error instanceof UploadRefused ? error.problem : toProblem(error));
        break;
      } finally {
        this.sending.set(undefined);
      }
    }
    this.changed.emit();
  }

  protected async attach(paper: VaultPaper): Promise<void> {
    await this.act(paper.id, { th: 'แนบแล้ว', en: 'Attached' }, paper.fileName, async () => {
      this.added.emit(await this.api.send<DocumentView>('POST', `/api/cases/${this.caseId()}/documents/from-vault`, { code: this.paper().code, paperId: paper.id }));
    });
  }

  protected async tellDates(file: DocumentView, dates: TellDates): Promise<void> {
    await this.act(file.id, { th: 'บันทึกวันที่แล้ว', en: 'Dates saved' }, file.fileName, () => this.api.send('PUT', `/api/cases/${this.caseId()}/documents/${file.id}/dates`, dates));
  }

  protected async remove(file: DocumentView): Promise<void> {
    await this.act(file.id, { th: 'ลบแล้ว', en: 'Removed' }, file.fileName, async () => {
      await this.api.removeDocument(this.caseId(), file.id, crypto.randomUUID());
      document.getElementById(`paper-${this.paper().code}`)?.focus({ preventScroll: true });
    });
  }

  private async act(id: string, done: Text, name: string, work: () => Promise<unknown>): Promise<void> {
    this.busyWith.set(id);
    this.problem.set(undefined);
    try {
      await work();
      this.announcer.say(`${this.language.say(done)} ${name}`);
      this.changed.emit();
    } catch (error) {
      this.problem.set(toProblem(error));
    } finally {
      this.busyWith.set(undefined);
    }
  }
}
