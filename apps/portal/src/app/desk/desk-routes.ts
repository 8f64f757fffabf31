import type { Routes } from '@angular/router';
import { Claims } from './claims';
import { ListPlace } from '../core/list-place';
import { TaskStream } from './task-stream';

export const deskRoutes: Routes = [
  {
    path: '',
    providers: [TaskStream, ListPlace, Claims],
    children: [
      { path: '', pathMatch: 'full', title: 'desk.inbox.title', loadComponent: () => import('./inbox/inbox-page').then((m) => m.InboxPage) },
      { path: 'licences', title: 'desk.licences', data: { of: 'of-office', link: '/desk/licences' }, loadComponent: () => import('../licence-life/register-page').then((m) => m.RegisterPage) },
      { path: 'licences/:number', title: 'desk.licences', data: { link: '/desk/licences' }, loadComponent: () => import('../licence-life/register-licence-page').then((m) => m.RegisterLicencePage) },
      { path: 'exceptions', title: 'desk.exceptions.heading', loadComponent: () => import('./exceptions/exceptions-page').then((m) => m.ExceptionsPage) },
      { path: 'exceptions/:id', title: 'desk.exceptions.heading', loadComponent: () => import('./exceptions/exception-page').then((m) => m.ExceptionPage) },
      { path: 'money', title: 'desk.money', loadComponent: () => import('./money/money-page').then((m) => m.MoneyPage) },
      { path: 'tasks/:id', title: 'desk.review.title', loadComponent: () => import('./review/review-page').then((m) => m.ReviewPage) },
    ],
  },
];
