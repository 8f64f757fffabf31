import type { Routes } from '@angular/router';

export const publicRoutes: Routes = [{ path: '', pathMatch: 'full', loadComponent: () => import('./home').then((m) => m.Home) }];
