import type { Routes } from '@angular/router';

/** Looking after an agency's people. */
export const peopleRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'people.title', loadComponent: () => import('./people-page').then((m) => m.PeoplePage) },
  { path: ':agency/invite', title: 'people.invite.title', loadComponent: () => import('./invite-page').then((m) => m.InvitePage) },
  { path: ':agency/officers/:officer', title: 'people.officer.title', loadComponent: () => import('./officer-page').then((m) => m.OfficerPage) },
  { path: ':agency/systems', title: 'people.systems.title', loadComponent: () => import('./systems-page').then((m) => m.SystemsPage) },
  { path: ':agency/systems/new', title: 'people.systems.add', loadComponent: () => import('./new-system-page').then((m) => m.NewSystemPage) },
];
