import { signal } from '@angular/core';
import type { UploadView } from '@anuyat/contract';
import type { Run, Sending, SendingState } from './sending';
import { refusalIn, UploadCancelled, type Answer, type Asked, type Wire } from './wire';

/** Where a file goes: a case, or else the vault of a business or of oneself. */
export interface UploadPlace {
  caseId: string | null;
  code: string;
  business: string | null;
}

/** Bytes of one request: small enough to get through a weak connection, and a proxy that hands on whole requests only. */
const PART = 2 * 1024 * 1024;
/** How long is waited before each try that follows a failed one; after the last of them the person is asked. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000];
/** How often an upload that is not there any more is begun anew. */
const MOST_BEGINNINGS = 3;
const TUS = { 'Tus-Resumable': '1.0.0' };

/**
 * A file sent by tus 1.0: part by part, from where the server says that it stands. A lost connection is tried again by itself, at growing
 * pauses; the same file chosen again, on this device or another, goes on as well, for the server knows it by its digest.
 */
export class ResumableUpload<T> implements Run<T> {
  readonly done: Promise<T>;
  readonly now;
  private readonly ending = new AbortController();
  private url: string | undefined;
  private beginnings = 0;
  private failures = 0;
  private wake: (() => void) | undefined;

  constructor(
    private readonly wire: Wire,
    private readonly file: File,
    private readonly place: UploadPlace,
    private readonly pauses: readonly number[] = PAUSES_MS,
  ) {
    this.now = signal<Sending>({ name: file.name, percent: 0, state: 'going' });
    this.done = this.run();
  }

  goOn(): void {
    this.wake?.();
  }

  cancel(): void {
    this.ending.abort();
    this.wake?.();
  }

  private async run(): Promise<T> {
    const sha256 = await digestOf(this.file);
    this.url = sha256 === undefined ? undefined : await this.findBegun(sha256);
    for (;;) {
      const answer = await this.trySending(sha256);
      if (this.ending.signal.aborted) return this.giveUp();
      if (answer.status >= 200 && answer.status < 300) return answer.body as T;
      if (answer.status === 404 && this.url !== undefined && this.beginnings < MOST_BEGINNINGS) this.url = undefined;
      else if (isPassing(answer)) await this.pause();
      else await this.refuse(answer);
    }
  }

  /** Everything from the beginning to the paper. @returns the paper’s answer, or the first that is none. */
  private async trySending(sha256: string | undefined): Promise<Answer> {
    if (this.url === undefined) {
      const begun = await this.begin(sha256);
      if (begun.status !== 201) return begun;
      this.url = begun.header('Location') ?? undefined;
    }
    const url = this.url ?? '';
    const stand = await this.ask({ method: 'HEAD', url, headers: TUS });
    if (stand.status !== 200) return stand;
    for (let offset = Number(stand.header('Upload-Offset')); offset < this.file.size; ) {
      this.tell(offset, 'going');
      const answer = await this.sendPart(url, offset);
      if (answer.status !== 204) return answer;
      offset = Number(answer.header('Upload-Offset'));
      this.failures = 0;
    }
    this.tell(this.file.size, 'checking');
    return this.ask({ method: 'PUT', url: `${url}/paper` });
  }

  private begin(sha256: string | undefined): Promise<Answer> {
    this.beginnings += 1;
    const { caseId, code, business } = this.place;
    const said = { filename: this.file.name, code, ...(caseId ? { caseId } : {}), ...(business ? { business } : {}), ...(sha256 ? { sha256 } : {}) };
    const metadata = Object.entries(said).map(([name, value]) => `${name} ${base64(value)}`).join(',');
    return this.ask({ method: 'POST', url: '/api/uploads', headers: { ...TUS, 'Upload-Length': String(this.file.size), 'Upload-Metadata': metadata } });
  }

  private sendPart(url: string, offset: number): Promise<Answer> {
    return this.ask({
      method: 'PATCH', url, body: this.file.slice(offset, offset + PART), headers: { ...TUS, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
      progress: (bytes) => this.tell(offset + bytes, 'going'),
    });
  }

  /** The same file for the same place, begun before: in another window, on another device, or before this page was loaded anew. */
  private async findBegun(sha256: string): Promise<string | undefined> {
    const { status, body } = await this.ask({ method: 'GET', url: '/api/uploads' });
    if (status !== 200) return undefined;
    const { caseId, code, business } = this.place;
    const begun = (body as UploadView[]).find((one) => one.sha256 === sha256 && one.caseId === caseId && one.code === code && one.business === business && one.bytes === this.file.size);
    return begun && `/api/uploads/${begun.id}`;
  }

  /** Until it is time for the next try, the device is online again, or the person says so. */
  private async pause(): Promise<void> {
    const pause = this.pauses[this.failures];
    this.failures += 1;
    this.now.update((now) => ({ ...now, state: pause === undefined ? 'stopped' : 'waiting' }));
    const over = new AbortController();
    await new Promise<void>((resolve) => {
      this.wake = () => resolve();
      globalThis.addEventListener('online', this.wake, { signal: over.signal });
      const timer = pause === undefined ? undefined : setTimeout(this.wake, pause);
      over.signal.addEventListener('abort', () => clearTimeout(timer));
    });
    over.abort();
    this.wake = undefined;
    if (pause === undefined) this.failures = 0;
    this.now.update((now) => ({ ...now, state: 'going' }));
  }

  /** What is refused for good is not kept for another try, but where the person can make room or sign in and go on. @throws UploadRefused */
  private async refuse(answer: Answer): Promise<never> {
    const refusal = refusalIn(answer);
    if (this.url !== undefined && !['not-signed-in', 'room-full', 'file-too-many'].includes(refusal.problem.code)) await this.end();
    throw refusal;
  }

  private async giveUp(): Promise<never> {
    await this.end();
    throw new UploadCancelled();
  }

  private async end(): Promise<void> {
    if (this.url !== undefined) await this.wire({ method: 'DELETE', url: this.url, headers: TUS }, new AbortController().signal);
  }

  private ask(asked: Asked): Promise<Answer> {
    return this.wire(asked, this.ending.signal);
  }

  private tell(bytes: number, state: SendingState): void {
    this.now.set({ name: this.file.name, percent: Math.min(100, Math.floor((bytes / this.file.size) * 100)), state });
  }
}

/** Whether the same may work in a moment. */
function isPassing({ status, body }: Answer): boolean {
  const code = (body as { code?: unknown } | null | undefined)?.code;
  return status === 0 || status >= 500 || [408, 423, 425, 429].includes(status) || (status === 409 && code === 'upload-offset');
}

/** SHA-256 of a file, in hex; undefined where the page is on no safe connection, and the browser therefore does not say. */
async function digestOf(file: File): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined;
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer()).catch(() => undefined);
  return digest && [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
