import { inject } from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { AREA_WORDS } from '../core/area-words';
import { Words } from '../core/words';

/** The words of the pages about an agency's people; entered here and not in the list of areas, which every visitor downloads. */
export const wordsOfPeople: CanActivateFn = async () => {
  const words = inject(Words);
  AREA_WORDS['people'] = { th: () => import('./i18n/th.json'), en: () => import('./i18n/en.json') };
  await words.open('people');
  return true;
};
