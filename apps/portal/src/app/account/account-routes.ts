import type { Routes } from '@angular/router';

/** A person's own account: who one is to the portal, where one is signed in. */
export const accountRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'account.title', loadComponent: () => import('./account-page').then((m) => m.AccountPage) },
  { path: 'mandates', title: 'account.mandates.title', loadComponent: () => import('./mandates-page').then((m) => m.MandatesPage) },
  { path: 'passkeys', title: 'account.passkeys.title', loadComponent: () => import('./passkeys-page').then((m) => m.PasskeysPage) },
  { path: 'invitations', title: 'account.invitations.title', loadComponent: () => import('./invitations-page').then((m) => m.InvitationsPage) },
  { path: 'mail', title: 'account.mail.title', loadComponent: () => import('./mail-page').then((m) => m.MailPage) },
  { path: 'away', title: 'account.away.title', loadComponent: () => import('./away-page').then((m) => m.AwayPage) },
  { path: 'data', title: 'account.data.title', loadComponent: () => import('./data-page').then((m) => m.DataPage) },
];
