import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { DocumentKind, Text } from '@anuyat/licence-kit';
import { bytesInWords } from './formats';
import { Icon } from './icon';
import { Language } from './language';
import { SayPipe } from './say-pipe';
import { PIECE_WORDS } from './piece-words';

const NAMES: Record<DocumentKind, string> = { 'application/pdf': 'PDF', 'image/jpeg': 'JPG', 'image/png': 'PNG' };

/** A file that was not taken, and why, in words that help. */
export interface RefusedFile {
  name: string;
  why: Text;
}

/** What a file really is, from its first bytes; nothing when it is none of the kinds that the portal knows. */
export async function findKind(file: Blob): Promise<DocumentKind | undefined> {
  const bytes = new Uint8Array(await file.slice(0, 1024).arrayBuffer());
  const startsWith = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (startsWith(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (startsWith(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  return new TextDecoder('latin1').decode(bytes).includes('%PDF-') ? 'application/pdf' : undefined;
}

/** Takes files by choosing, dropping or the camera, and looks at kind and size before anything is sent. */
@Component({
  selector: 'ui-file-drop',
  imports: [Icon, SayPipe],
  template: `
    <div class="file-drop" [class.file-drop-over]="isOver()" (dragover)="over($event)" (dragleave)="isOver.set(false)" (drop)="drop($event)">
      <input type="file" [id]="id()" [attr.aria-label]="label()" [attr.aria-describedby]="id() + '-rules'" [accept]="accepts().join(',')" [multiple]="maxFiles() > 1" (change)="choose($event)" />
      <p><ui-icon name="file" /> {{ words.dropFiles | say }} <span class="strong">{{ words.chooseFile | say }}</span></p>
      <p class="small soft" [id]="id() + '-rules'">{{ words.allowed | say }} {{ kinds() }} · {{ words.upTo | say }} {{ limit() }}</p>
    </div>
  `,
})
export class FileDrop {
  readonly id = input.required<string>();
  readonly label = input.required<string>();
  readonly accepts = input.required<readonly DocumentKind[]>();
  readonly maxBytes = input.required<number>();
  /** How many more files may come. */
  readonly maxFiles = input(1);
  readonly chosen = output<File[]>();
  readonly refused = output<RefusedFile[]>();

  protected readonly words = PIECE_WORDS;
  protected readonly isOver = signal(false);
  protected readonly kinds = computed(() => this.accepts().map((kind) => NAMES[kind]).join(', '));
  protected readonly limit = computed(() => bytesInWords(this.maxBytes()));
  protected readonly language = inject(Language);

  protected over(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    void this.take([...(event.dataTransfer?.files ?? [])]);
  }

  protected choose(event: Event): void {
    const field = event.target as HTMLInputElement;
    const files = [...(field.files ?? [])];
    field.value = '';
    void this.take(files);
  }

  private async take(files: File[]): Promise<void> {
    if (files.length === 0) return;
    const taken: File[] = [];
    const refused: RefusedFile[] = [];
    for (const file of files) {
      const why = taken.length >= this.maxFiles() ? this.tooMany() : await this.findFault(file);
      if (why) refused.push({ name: file.name, why });
      else taken.push(file);
    }
    this.refused.emit(refused);
    if (taken.length > 0) this.chosen.emit(taken);
  }

  private tooMany(): Text {
    const most = this.maxFiles();
    return { th: `แนบเพิ่มได้อีก ${most} ไฟล์เท่านั้น`, en: `Only ${most} more ${most === 1 ? 'file' : 'files'} can be added` };
  }

  private async findFault(file: File): Promise<Text | undefined> {
    if (file.size === 0) return { th: 'ไฟล์ว่างเปล่า โปรดเลือกไฟล์อื่น', en: 'The file is empty. Choose another one.' };
    if (file.size > this.maxBytes()) {
      const size = bytesInWords(file.size);
      return {
        th: `ไฟล์มีขนาด ${size} ต้องไม่เกิน ${this.limit()} โปรดลดขนาดหรือถ่ายภาพใหม่`,
        en: `The file has ${size} and may have ${this.limit()} at most. Make it smaller or take the photo again.`,
      };
    }
    const kind = await findKind(file);
    if (kind && this.accepts().includes(kind)) return undefined;
    const kinds = this.accepts().map((one) => NAMES[one]);
    return { th: `ต้องเป็นไฟล์ ${listed(kinds, 'หรือ')} เท่านั้น`, en: `Choose a ${listed(kinds, 'or')} file` };
  }
}

function listed(words: readonly string[], last: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
