import type { Routes } from '@angular/router';
import { onlyForPeople, wordsOfAccount } from '../account/account-words';
import { onlyFor } from '../core/session';
import { wordsOfPeople } from '../people/people-words';

/** Pages that need no sign-in. */
export const publicRoutes: Routes = [
  { path: 'journeys', title: 'public.journeys.title', loadComponent: () => import('./journeys-page').then((m) => m.JourneysPage) },
  { path: 'journeys/:code', title: 'public.quiz.resultTitle', loadComponent: () => import('./plan/quiz-page').then((m) => m.QuizPage) },
  { path: 'journeys/:code/plan', title: 'public.quiz.seePlan', loadComponent: () => import('./plan/plan-page').then((m) => m.PlanPage) },
  { path: 'licence-types', title: 'public.types.title', loadComponent: () => import('./licence-types-page').then((m) => m.LicenceTypesPage) },
  { path: 'licence-types/:code', title: 'public.types.title', loadComponent: () => import('./manual-page').then((m) => m.ManualPage) },
  { path: 'licence-types/:code/versions/:version', title: 'public.types.title', loadComponent: () => import('./manual-page').then((m) => m.ManualPage) },
  { path: 'promises', title: 'public.promises.title', loadComponent: () => import('./promises-page').then((m) => m.PromisesPage) },
  { path: 'verify', title: 'public.verify.title', loadComponent: () => import('./verify-page').then((m) => m.VerifyPage) },
  { path: 'verify/:number', title: 'public.verify.title', loadComponent: () => import('./verify-page').then((m) => m.VerifyPage) },
  { path: 'ledger', title: 'public.ledger.title', loadComponent: () => import('./ledger/ledger-page').then((m) => m.LedgerPage) },
  { path: 'sign-in', title: 'public.signIn.title', loadComponent: () => import('./sign-in-page').then((m) => m.SignInPage) },
  { path: 'signed-out', title: 'public.signedOut.title', loadComponent: () => import('./signed-out/signed-out-page').then((m) => m.SignedOutPage) },
  { path: 'account', canActivate: [onlyForPeople, wordsOfAccount], loadChildren: () => import('../account/account-routes').then((m) => m.accountRoutes) },
  { path: 'mail', canActivate: [wordsOfAccount], loadChildren: () => import('../account/mail-routes').then((m) => m.mailRoutes) },
  { path: 'people', canActivate: [onlyFor('agency-admin'), wordsOfPeople], loadChildren: () => import('../people/people-routes').then((m) => m.peopleRoutes) },
  { path: 'help', title: 'public.help.title', loadComponent: () => import('./help-page').then((m) => m.HelpPage) },
  { path: 'privacy', title: 'public.privacy.title', loadComponent: () => import('./privacy-page').then((m) => m.PrivacyPage) },
  { path: 'accessibility', title: 'public.access.title', loadComponent: () => import('./accessibility-page').then((m) => m.AccessibilityPage) },
  { path: 'not-allowed', title: 'public.notAllowed.title', loadComponent: () => import('./not-allowed-page').then((m) => m.NotAllowedPage) },
  { path: '**', title: 'public.notFound.title', loadComponent: () => import('./not-found-page').then((m) => m.NotFoundPage) },
];
