import { inject } from '@angular/core';
import type { CanActivateFn } from '@angular/router';
import { Router } from '@angular/router';
import { AREA_WORDS } from '../core/area-words';
import { Session } from '../core/session';
import { Words } from '../core/words';

export const ACCOUNT_WORDS: (typeof AREA_WORDS)[string] = { th: () => import('./i18n/th.json'), en: () => import('./i18n/en.json') };

/** The words of the account's pages; entered here and not in the list of areas, which every visitor downloads. */
export const wordsOfAccount: CanActivateFn = async () => {
  const words = inject(Words);
  AREA_WORDS['account'] = ACCOUNT_WORDS;
  await words.open('account');
  return true;
};

/** Whoever is signed in, whatever the role; others sign in and come back. */
export const onlyForPeople: CanActivateFn = async (_route, state) => {
  const router = inject(Router);
  const { isSignedIn } = await inject(Session).ask();
  return isSignedIn || router.createUrlTree(['/sign-in'], { queryParams: { returnTo: state.url } });
};
