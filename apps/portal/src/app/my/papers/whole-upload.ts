import { signal } from '@angular/core';
import type { Run, Sending } from './sending';
import { refusalIn, UploadCancelled, type Wire } from './wire';

/** A small file, sent in one request. */
export class WholeUpload<T> implements Run<T> {
  readonly done: Promise<T>;
  readonly now;
  private readonly ending = new AbortController();

  constructor(
    private readonly wire: Wire,
    private readonly file: File,
    url: string,
    said: Record<string, string>,
  ) {
    this.now = signal<Sending>({ name: file.name, percent: 0, state: 'going' });
    this.done = this.send(url, said);
  }

  goOn(): void {
    return;
  }

  cancel(): void {
    this.ending.abort();
  }

  private async send(url: string, said: Record<string, string>): Promise<T> {
    const body = new FormData();
    for (const [name, value] of Object.entries(said)) body.append(name, value);
    body.append('file', this.file, this.file.name);
    const answer = await this.wire({ method: 'POST', url, body, progress: (bytes) => this.tell(bytes) }, this.ending.signal);
    if (this.ending.signal.aborted) throw new UploadCancelled();
    if (answer.status < 200 || answer.status >= 300) throw refusalIn(answer);
    return answer.body as T;
  }

  private tell(bytes: number): void {
    const percent = Math.min(100, Math.round((bytes / this.file.size) * 100));
    this.now.set({ name: this.file.name, percent, state: percent === 100 ? 'checking' : 'going' });
  }
}
