import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

@Component({
  selector: 'anuyat-site-footer',
  imports: [RouterLink, TranslocoPipe],
  template: `
    <footer class="site-footer">
      <div class="page">
        <p>{{ 'shell.about' | transloco }}</p>
        <nav [attr.aria-label]="'shell.footer' | transloco">
          <ul>
            <li><a routerLink="/account">{{ 'shell.account' | transloco }}</a></li>
            <li><a routerLink="/help">{{ 'shell.help' | transloco }}</a></li>
            <li><a routerLink="/privacy">{{ 'shell.privacy' | transloco }}</a></li>
            <li><a routerLink="/accessibility">{{ 'shell.accessibility' | transloco }}</a></li>
            <li><a routerLink="/licence-types">{{ 'shell.licenceTypes' | transloco }}</a></li>
            <li><a routerLink="/verify">{{ 'shell.verify' | transloco }}</a></li>
          </ul>
        </nav>
        <p class="soft">{{ 'shell.law' | transloco }}</p>
      </div>
    </footer>
  `,
})
export class SiteFooter {}
