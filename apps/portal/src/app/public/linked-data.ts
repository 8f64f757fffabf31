import { HttpClient } from '@angular/common/http';
import { DOCUMENT, Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';

/** Puts a page's linked data into its head, where search engines look for it. Data, not a script: nothing of it is run. */
@Injectable()
export class LinkedData {
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);
  private element: HTMLScriptElement | undefined;
  private shown = '';

  /** @param address of the JSON-LD; the page does without where it does not come. */
  async show(address: string): Promise<void> {
    this.shown = address;
    const data = await firstValueFrom(this.http.get(address)).catch(() => undefined);
    if (data === undefined || this.shown !== address) return;
    this.clear();
    this.element = this.document.createElement('script');
    this.element.type = 'application/ld+json';
    this.element.textContent = JSON.stringify(data);
    this.document.head.append(this.element);
  }

  clear(): void {
    this.element?.remove();
    this.element = undefined;
  }
}
