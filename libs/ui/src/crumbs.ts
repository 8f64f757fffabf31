import { Location } from '@angular/common';
import { Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Icon } from './icon';
import { SayPipe } from './say-pipe';
import { PIECE_WORDS } from './piece-words';

export interface Crumb {
  title: string;
  link: string;
}

/** The pages above this one. */
@Component({
  selector: 'ui-breadcrumbs',
  imports: [RouterLink, SayPipe],
  template: `
    <nav class="crumbs" [attr.aria-label]="words.breadcrumbs | say">
      <ol>
        @for (crumb of crumbs(); track crumb.link) {
          <li><a [routerLink]="crumb.link">{{ crumb.title }}</a></li>
        }
      </ol>
    </nav>
  `,
})
export class Breadcrumbs {
  readonly crumbs = input.required<readonly Crumb[]>();
  protected readonly words = PIECE_WORDS;
}

/** One step back: to `link` where the page knows its parent, else to the page before. */
@Component({
  selector: 'ui-back-link',
  imports: [Icon, SayPipe],
  template: `<a class="back-link" [href]="link() || '/'" (click)="goBack($event)"><ui-icon name="back" />{{ title() || (words.back | say) }}</a>`,
})
export class BackLink {
  readonly link = input('');
  readonly title = input('');
  protected readonly words = PIECE_WORDS;
  private readonly location = inject(Location);
  private readonly router = inject(Router);

  protected goBack(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (this.link()) void this.router.navigateByUrl(this.link());
    else this.location.back();
  }
}
