import { provideHttpClient, withInterceptors } from '@angular/common/http';
import type { ApplicationConfig } from '@angular/core';
import { inject, provideAppInitializer, provideZonelessChangeDetection } from '@angular/core';
import { TitleStrategy, provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import { provideAdoptedStyles } from './core/adopted-styles';
import { FocusOnNavigation } from './core/focus-on-navigation';
import { PageTitle } from './core/page-title';
import { sessionInterceptor } from './core/session-interceptor';
import { Words, WordsLoader } from './core/words';
import { portalRoutes } from './portal-routes';

/** The portal without zones: signals say what has to be drawn again. */
export const portalConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideAdoptedStyles(),
    provideHttpClient(withInterceptors([sessionInterceptor])),
    provideRouter(
      portalRoutes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    provideTransloco({
      config: { availableLangs: ['th', 'en'], defaultLang: 'th', reRenderOnLangChange: true, missingHandler: { logMissingKey: true } },
      loader: WordsLoader,
    }),
    { provide: TitleStrategy, useExisting: PageTitle },
    provideAppInitializer(() => {
      inject(FocusOnNavigation).start();
      return inject(Words).start();
    }),
  ],
};
