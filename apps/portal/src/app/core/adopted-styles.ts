import { DOCUMENT, Injectable, inject, ɵSHARED_STYLES_HOST } from '@angular/core';
import type { Provider } from '@angular/core';

/**
 * Styles that come with components (formly's, the CDK's) become constructed sheets, not `style` elements, so that
 * the content policy can stay at `style-src 'self'` without nonces or hashes.
 */
@Injectable()
class AdoptedStyles {
  private readonly document = inject(DOCUMENT);
  private readonly used = new Map<string, { sheet: CSSStyleSheet; times: number }>();

  addStyles(styles: string[]): void {
    for (const text of styles) {
      const known = this.used.get(text);
      if (known) {
        known.times++;
        continue;
      }
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      this.used.set(text, { sheet, times: 1 });
      this.document.adoptedStyleSheets = [...this.document.adoptedStyleSheets, sheet];
    }
  }

  removeStyles(styles: string[]): void {
    for (const text of styles) {
      const known = this.used.get(text);
      if (!known || --known.times > 0) continue;
      this.used.delete(text);
      this.document.adoptedStyleSheets = this.document.adoptedStyleSheets.filter((sheet) => sheet !== known.sheet);
    }
  }

  /** Shadow roots are not used. */
  addHost(): void {}
  removeHost(): void {}
}

/** Lets the portal run under a content policy without `unsafe-inline`. */
export function provideAdoptedStyles(): Provider {
  return { provide: ɵSHARED_STYLES_HOST, useClass: AdoptedStyles };
}
