import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

/** The administrator's pages. */
@Component({
  selector: 'admin-nav',
  imports: [RouterLink, RouterLinkActive, TranslocoPipe],
  template: `
    <nav class="admin-nav" [attr.aria-label]="'admin.pages' | transloco">
      <a routerLink="/admin/holidays" routerLinkActive #holidays="routerLinkActive" [attr.aria-current]="holidays.isActive ? 'page' : null">{{ 'admin.holidays.title' | transloco }}</a>
      <a routerLink="/admin/delays" routerLinkActive #delays="routerLinkActive" [attr.aria-current]="delays.isActive ? 'page' : null">{{ 'admin.delays.title' | transloco }}</a>
      <a routerLink="/admin/licence-types" routerLinkActive #types="routerLinkActive" [attr.aria-current]="types.isActive ? 'page' : null">{{ 'admin.types.title' | transloco }}</a>
      <a routerLink="/admin/versions" routerLinkActive #versions="routerLinkActive" [attr.aria-current]="versions.isActive ? 'page' : null">{{ 'admin.versions.title' | transloco }}</a>
      <a routerLink="/admin/fee-rates" routerLinkActive #rates="routerLinkActive" [attr.aria-current]="rates.isActive ? 'page' : null">{{ 'admin.rates.title' | transloco }}</a>
      <a routerLink="/admin/payments" routerLinkActive #payments="routerLinkActive" [attr.aria-current]="payments.isActive ? 'page' : null">{{ 'admin.unmatched.title' | transloco }}</a>
      <a routerLink="/admin/stuck" routerLinkActive #stuck="routerLinkActive" [attr.aria-current]="stuck.isActive ? 'page' : null">{{ 'admin.stuck.title' | transloco }}</a>
      <a routerLink="/admin/retention" routerLinkActive #retention="routerLinkActive" [attr.aria-current]="retention.isActive ? 'page' : null">{{ 'admin.retention.title' | transloco }}</a>
      <a routerLink="/admin/security" routerLinkActive #security="routerLinkActive" [attr.aria-current]="security.isActive ? 'page' : null">{{ 'admin.security.title' | transloco }}</a>
    </nav>
  `,
})
export class AdminNav {}
