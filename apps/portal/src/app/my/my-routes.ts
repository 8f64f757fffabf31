import type { Routes } from '@angular/router';
import { DraftKeeper } from './draft/draft-keeper';

/** The applicant's own pages. */
export const myRoutes: Routes = [
  { path: '', pathMatch: 'full', title: 'my.cases.title', loadComponent: () => import('./cases/my-cases-page').then((m) => m.MyCasesPage) },
  { path: 'cases', pathMatch: 'full', redirectTo: '' },
  {
    path: 'cases/:id',
    providers: [DraftKeeper],
    children: [
      { path: '', pathMatch: 'full', title: 'my.draft.title', loadComponent: () => import('./cases/case-page').then((m) => m.CasePage) },
      { path: 'topics/:topic', title: 'my.draft.title', loadComponent: () => import('./draft/topic-page').then((m) => m.TopicPage) },
      { path: 'documents', title: 'my.papers.title', loadComponent: () => import('./papers/documents-page').then((m) => m.DocumentsPage) },
      { path: 'check', title: 'my.check.title', loadComponent: () => import('./draft/check-page').then((m) => m.CheckPage) },
      { path: 'form', redirectTo: '' },
      { path: 'bills', redirectTo: '' },
      { path: 'sent', title: 'my.sent.title', loadComponent: () => import('./draft/sent-page').then((m) => m.SentPage) },
      { path: 'questions/:question', title: 'my.question.title', loadComponent: () => import('./track/question-page').then((m) => m.QuestionPage) },
    ],
  },
  { path: 'bills/:id', title: 'my.bill.title', loadComponent: () => import('./pay/bill-page').then((m) => m.BillPage) },
  { path: 'payments/:id', title: 'my.together.title', loadComponent: () => import('./pay/together-page').then((m) => m.TogetherPage) },
  { path: 'offers/:code', title: 'my.licence.title', loadComponent: () => import('../licence-life/offer-page').then((m) => m.OfferPage) },
  { path: 'vault', title: 'my.vault.title', loadComponent: () => import('./vault/vault-page').then((m) => m.VaultPage) },
  { path: 'notices', title: 'my.notices.title', loadComponent: () => import('./notices/notices-page').then((m) => m.NoticesPage) },
  { path: 'licences', title: 'my.cases.licences', loadComponent: () => import('./licences/my-licences-page').then((m) => m.MyLicencesPage) },
  { path: 'licences/:number', title: 'my.licence.title', loadComponent: () => import('./licences/licence-page').then((m) => m.LicencePage) },
];
