import { Injectable, inject } from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';
import type { Language as Code } from '@anuyat/licence-kit';
import { Language } from '@anuyat/ui/shell';
import { firstValueFrom } from 'rxjs';
import { AREA_WORDS } from './area-words';

/** Words are chunks of the build: hashed, cached for ever, and fetched by language and area when first needed. */
@Injectable({ providedIn: 'root' })
export class WordsLoader implements TranslocoLoader {
  async getTranslation(path: string): Promise<Translation> {
    const [area, language] = path.includes('/') ? path.split('/') : ['root', path];
    const load = AREA_WORDS[area ?? '']?.[language as Code];
    if (!load) throw new Error(`No words for ${path}`);
    return (await load()).default as Translation;
  }
}

/** Keeps the words of every area that was opened, in the language that is shown. */
@Injectable({ providedIn: 'root' })
export class Words {
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly areas = new Set<string>();

  async start(): Promise<void> {
    this.transloco.setActiveLang(this.language.current());
    await firstValueFrom(this.transloco.load(this.language.current()));
  }

  async open(area: string): Promise<void> {
    this.areas.add(area);
    await firstValueFrom(this.transloco.load(`${area}/${this.language.current()}`));
  }

  /** The page stays as it is; only its words change. */
  async switchTo(code: Code): Promise<void> {
    const paths = [code, ...[...this.areas].map((area) => `${area}/${code}`)];
    await Promise.all(paths.map((path) => firstValueFrom(this.transloco.load(path))));
    this.transloco.setActiveLang(code);
    this.language.use(code);
  }
}

/** A route opens once the words of its area are there. */
export function wordsOf(area: string): CanActivateFn {
  return async () => {
    await inject(Words).open(area);
    return true;
  };
}
