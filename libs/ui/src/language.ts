import { Injectable, computed, signal } from '@angular/core';
import type { Language as Code, Text } from '@anuyat/licence-kit';

const KEPT_AS = 'anuyat.language';

/** The language that the reader chose; Thai until they choose. Kept on the device, and told to the document. */
@Injectable({ providedIn: 'root' })
export class Language {
  private readonly chosen = signal<Code>(wantedLanguage());
  readonly current = this.chosen.asReadonly();
  readonly locale = computed(() => (this.chosen() === 'th' ? 'th-TH' : 'en-GB'));

  constructor() {
    document.documentElement.lang = this.chosen();
  }

  use(code: Code): void {
    this.chosen.set(code);
    document.documentElement.lang = code;
    try {
      localStorage.setItem(KEPT_AS, code);
    } catch {
      // A browser that keeps nothing still shows the chosen language until it is closed.
    }
  }

  /** The words of the chosen language; the other language where one is empty. */
  say(text: Text | null | undefined): string {
    if (!text) return '';
    return text[this.chosen()] || text.th || text.en;
  }
}

function wantedLanguage(): Code {
  const asked = new URLSearchParams(location.search).get('lang');
  if (asked === 'th' || asked === 'en') return asked;
  try {
    return localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'th';
  } catch {
    return 'th';
  }
}
