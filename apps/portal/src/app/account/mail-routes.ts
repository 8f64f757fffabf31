import type { Routes } from '@angular/router';

/** What the links in letters lead to; nobody has to be signed in. */
export const mailRoutes: Routes = [
  { path: 'confirm/:id', title: 'account.mail.confirm.title', loadComponent: () => import('./mail-confirm-page').then((m) => m.MailConfirmPage) },
  { path: 'stop/:token', title: 'account.mail.stopPage.title', loadComponent: () => import('./mail-stop-page').then((m) => m.MailStopPage) },
];
