import type { Routes } from '@angular/router';
import { onlyFor } from './core/session';
import { wordsOf } from './core/words';

/** Every area is lazy: an applicant never downloads the officers' pages, nor the other way round. */
export const portalRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'home.title', canActivate: [wordsOf('home')], loadComponent: () => import('./home/home').then((m) => m.Home) },
  { path: 'my', canActivate: [onlyFor('applicant'), wordsOf('my')], loadChildren: () => import('./my/my-routes').then((m) => m.myRoutes) },
  { path: 'desk', canActivate: [onlyFor('officer'), wordsOf('desk')], loadChildren: () => import('./desk/desk-routes').then((m) => m.deskRoutes) },
  { path: 'monitor', canActivate: [onlyFor('monitor'), wordsOf('monitor')], loadChildren: () => import('./monitor/monitor-routes').then((m) => m.monitorRoutes) },
  { path: 'admin', canActivate: [onlyFor('admin'), wordsOf('admin')], loadChildren: () => import('./admin/admin-routes').then((m) => m.adminRoutes) },
  { path: '', canActivate: [wordsOf('public')], loadChildren: () => import('./public/public-routes').then((m) => m.publicRoutes) },
];
