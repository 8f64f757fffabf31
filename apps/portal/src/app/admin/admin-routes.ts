import type { Routes } from '@angular/router';
import { HolidayDrafts } from './holidays/holiday-drafts';

export const adminRoutes: Routes = [
  {
    path: '',
    providers: [HolidayDrafts],
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'holidays' },
      { path: 'holidays', title: 'admin.holidays.title', loadComponent: () => import('./holidays/holidays-page').then((m) => m.HolidaysPage) },
      { path: 'delays', title: 'admin.delays.title', loadComponent: () => import('./delays/delays-page').then((m) => m.DelaysPage) },
      { path: 'fee-rates', title: 'admin.rates.title', loadComponent: () => import('./rates/rates-page').then((m) => m.RatesPage) },
      { path: 'payments', title: 'admin.unmatched.title', loadComponent: () => import('./unmatched/unmatched-page').then((m) => m.UnmatchedPage) },
      { path: 'retention', title: 'admin.retention.title', loadComponent: () => import('./retention/retention-page').then((m) => m.RetentionPage) },
      { path: 'stuck', title: 'admin.stuck.title', loadComponent: () => import('./stuck/stuck-page').then((m) => m.StuckPage) },
      { path: 'security', title: 'admin.security.title', loadComponent: () => import('./security/security-page').then((m) => m.SecurityPage) },
      { path: 'licence-types', title: 'admin.types.title', loadComponent: () => import('./licence-types/licence-types-page').then((m) => m.LicenceTypesPage) },
      { path: 'versions', title: 'admin.versions.title', loadComponent: () => import('./versions/versions-page').then((m) => m.VersionsPage) },
      { path: 'versions/:code', title: 'admin.versions.title', loadComponent: () => import('./versions/licence-versions-page').then((m) => m.LicenceVersionsPage) },
      { path: 'versions/:code/:version', title: 'admin.versions.title', loadComponent: () => import('./versions/version-page').then((m) => m.VersionPage) },
    ],
  },
];
