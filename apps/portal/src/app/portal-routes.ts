import type { Routes } from '@angular/router';
import { onlyFor } from './core/session';
import { wordsOf } from './core/words';

/** Every area is lazy: an applicant never downloads the officers' pages, nor the other way round. */
export const portalRoutes: Routes = [
  { path: 'my', canActivate: [onlyFor('applicant'), wordsOf('my')], loadChildren: () => import('./my/my-routes').then((m) => m.myRoutes) },
  { path: '', canActivate: [wordsOf('public')], loadChildren: () => import('./public/public-routes').then((m) => m.publicRoutes) },
];
