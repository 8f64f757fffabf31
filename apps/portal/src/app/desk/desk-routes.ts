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
      { path: 'tasks/:id', title: 'desk.review.title', loadComponent: () => import('./review/review-page').then((m) => m.ReviewPage) },
    ],
  },
];
