import type { ModuleWithProviders } from '@angular/core';
import { TranslocoTestingModule } from '@jsverse/transloco';
import en from '../i18n/en.json' with { type: 'json' };

/** The desk's English words, so that tests say what people read. */
export function deskWords(): ModuleWithProviders<TranslocoTestingModule> {
  return TranslocoTestingModule.forRoot({ langs: { en: { desk: en } }, translocoConfig: { availableLangs: ['en'], defaultLang: 'en' }, preloadLangs: true });
}
