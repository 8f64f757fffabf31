import type { Routes } from '@angular/router';
import { ListPlace } from '../core/list-place';

export const monitorRoutes: Routes = [
  {
    path: '',
    providers: [ListPlace],
    children: [
      { path: '', pathMatch: 'full', title: 'monitor.overview.title', loadComponent: () => import('./overview/overview-page').then((m) => m.OverviewPage) },
      { path: 'applications', title: 'monitor.list.title', loadComponent: () => import('./applications/applications-page').then((m) => m.ApplicationsPage) },
      { path: 'licences', title: 'monitor.register', data: { of: 'of-territory', link: '/monitor/licences' }, loadComponent: () => import('../licence-life/register-page').then((m) => m.RegisterPage) },
      { path: 'licences/:number', title: 'monitor.register', data: { link: '/monitor/licences' }, loadComponent: () => import('../licence-life/register-licence-page').then((m) => m.RegisterLicencePage) },
      { path: 'applications/:id', title: 'monitor.view.title', loadComponent: () => import('./applications/application-page').then((m) => m.ApplicationPage) },
    ],
  },
];
