import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import type { Moved } from '@anuyat/contract';

const GATHER_MS = 150;
const AGAIN_MS = 5000;

/** Hears that something of a case moved, and says so once for several moves at a time. Reconnects by itself. */
@Injectable()
export class CaseStream {
  private readonly live = signal(false);
  private source: EventSource | undefined;
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;

  readonly isLive = this.live.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  follow(path: string, moved: (what: Moved | undefined) => void): void {
    this.stop();
    const source = new EventSource(path);
    this.source = source;
    let hasBroken = false;
    source.onopen = () => {
      this.live.set(true);
      if (hasBroken) moved(undefined);
      hasBroken = false;
    };
    source.onerror = () => {
      this.live.set(false);
      hasBroken = true;
      if (source.readyState === EventSource.CLOSED) {
        clearTimeout(this.again);
        this.again = setTimeout(() => {
          moved(undefined);
          this.follow(path, moved);
        }, AGAIN_MS);
      }
    };
    source.addEventListener('moved', (event: MessageEvent<string>) => {
      clearTimeout(this.gathering);
      this.gathering = setTimeout(() => moved(JSON.parse(event.data) as Moved), GATHER_MS);
    });
  }

  private stop(): void {
    clearTimeout(this.gathering);
    clearTimeout(this.again);
    this.source?.close();
    this.live.set(false);
  }
}
