import { DestroyRef, Injectable, InjectionToken, inject, signal } from '@angular/core';
import type { Moved } from '@anuyat/contract';
import { Subject } from 'rxjs';

/** How a stream of the server is opened; absent where the browser has no such thing. */
export const OPEN_STREAM = new InjectionToken<((url: string) => EventSource) | null>('OPEN_STREAM', {
  providedIn: 'root',
  factory: () => (typeof EventSource === 'undefined' ? null : (url: string) => new EventSource(url)),
});

const AGAIN_MS = 15_000;

/**
 * What moves in the reader's offices. Listeners are given null when something may have been missed: after a break, and
 * every 15 seconds for as long as the stream cannot be had.
 */
@Injectable()
export class TaskStream {
  private readonly openStream = inject(OPEN_STREAM);
  private readonly connected = signal(false);
  private readonly heard = new Subject<Moved | null>();
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wasLive = false;
  private listeners = 0;

  readonly isLive = this.connected.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  /** Tells `listener` for as long as `whom` lives. The stream is open while anybody listens. */
  hear(whom: DestroyRef, listener: (moved: Moved | null) => void): void {
    const subscription = this.heard.subscribe(listener);
    if (++this.listeners === 1 && !this.source) this.start();
    whom.onDestroy(() => {
      subscription.unsubscribe();
      this.listeners--;
      setTimeout(() => this.listeners === 0 && this.stop());
    });
  }

  private start(): void {
    if (!this.openStream) return;
    const source = (this.source = this.openStream('/api/tasks/stream'));
    source.addEventListener('open', () => {
      this.connected.set(true);
      if (this.wasLive) this.heard.next(null);
      this.wasLive = true;
    });
    source.addEventListener('moved', (event) => this.heard.next(JSON.parse((event as MessageEvent<string>).data) as Moved));
    source.addEventListener('error', () => {
      this.connected.set(false);
      if (source.readyState === source.CLOSED) this.startAgainLater();
    });
  }

  /** The browser gives up for good when the server refuses; the session may have been renewed meanwhile. */
  private startAgainLater(): void {
    this.stop();
    this.timer = setTimeout(() => {
      this.heard.next(null);
      this.start();
    }, AGAIN_MS);
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
    this.connected.set(false);
  }
}
