import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button } from '@anuyat/ui/shell';

@Component({
  selector: 'anuyat-not-allowed-page',
  imports: [Button, RouterLink, TranslocoPipe],
  template: `
    <div class="page reading band">
      <h1>{{ 'public.notAllowed.title' | transloco }}</h1>
      <p>{{ 'public.notAllowed.text' | transloco }}</p>
      <div class="actions"><a uiButton routerLink="/">{{ 'public.notFound.home' | transloco }}</a></div>
    </div>
  `,
})
export class NotAllowedPage {}
