import { Injectable, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy } from '@angular/router';
import type { RouterStateSnapshot } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import type { Text } from '@anuyat/licence-kit';
import { Language, UI_WORDS } from '@anuyat/ui/shell';

/**
 * The title of the page, in the language shown: from the route's key of words, or from what the page loaded.
 * While a form shows errors the title begins with "Error:".
 */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly key = signal<string | undefined>(undefined);
  private readonly words = signal<Text | undefined>(undefined);
  private readonly hasErrors = signal(false);

  constructor() {
    super();
    effect(() => {
      this.language.current();
      const words = this.words();
      const key = this.key();
      const page = words ? this.language.say(words) : key ? this.transloco.translate<string>(key) : '';
      const error = this.hasErrors() ? `${this.language.say(UI_WORDS.error)}: ` : '';
      const portal = this.transloco.translate<string>('portal');
      this.title.setTitle(page ? `${error}${page} - ${portal}` : portal);
    });
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.words.set(undefined);
    this.hasErrors.set(false);
    this.key.set(this.buildTitle(snapshot));
  }

  set(words: Text): void {
    this.words.set(words);
  }

  showErrors(hasErrors: boolean): void {
    this.hasErrors.set(hasErrors);
  }
}
