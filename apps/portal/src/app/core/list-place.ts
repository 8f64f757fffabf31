import { Injectable } from '@angular/core';

/** Where in a long list the reader was, so that the way back from one entry leads to the same filters and the same page. */
@Injectable()
export class ListPlace {
  private place: Record<string, string> = {};
  private readonly trail: string[] = [];

  /** Parameters of the list's address. */
  get params(): Record<string, string> {
    return this.place;
  }

  keep(params: Record<string, string>): void {
    this.place = params;
  }

  /** The list's address with its filters. */
  linkTo(path: string): string {
    const query = new URLSearchParams(this.place).toString();
    return query ? `${path}?${query}` : path;
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
