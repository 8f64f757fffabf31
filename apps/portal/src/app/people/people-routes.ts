import type { Routes } from '@angular/router';

/** Looking after an agency's people. */
export const peopleRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'people.title', loadComponent: () => import('./people-page').then((m) => m.PeoplePage) },
  { path: ':agency/invite', title: 'people.invite.title', loadComponent: () => import('./invite-page').then((m) => m.InvitePage) },
  { path: ':agency/officers/:officer', title: 'people.officer.title', loadComponent: () => import('./officer-page').then((m) => m.OfficerPage) },
];
