import { Injectable } from '@angular/core';

/** Where in the inbox the officer was, so that the way back from a file leads to the same filters and the same page. */
@Injectable()
export class InboxMemory {
  private place: Record<string, string> = {};
  private readonly trail: string[] = [];

  get params(): Record<string, string> {
    return this.place;
  }

  keep(params: Record<string, string>): void {
    this.place = params;
  }

  /** Remembers the cursor of the page that is left for the next one. */
  goOn(from: string): void {
    this.trail.push(from);
  }

  /** The cursor of the page before; empty for the first one. */
  goBack(): string {
    return this.trail.pop() ?? '';
  }

  startOver(): void {
    this.trail.length = 0;
  }
}
