import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, SayPipe } from '@anuyat/ui/shell';
import { Session } from '../core/session';

@Component({
  selector: 'anuyat-not-allowed-page',
  imports: [Button, RouterLink, SayPipe, TranslocoPipe],
  template: `
    <div class="page reading band">
      <h1>{{ 'public.notAllowed.title' | transloco }}</h1>
      @if (session.account()?.secondStep) {
        <p>{{ passkey.text | say }}</p>
        <div class="actions"><a uiButton routerLink="/account/passkeys">{{ passkey.link | say }}</a></div>
      }
      <p>{{ 'public.notAllowed.text' | transloco }}</p>
      <div class="actions"><a uiButton routerLink="/">{{ 'public.notFound.home' | transloco }}</a></div>
    </div>
  `,
})
export class NotAllowedPage {
  protected readonly session = inject(Session);
  protected readonly passkey = {
    text: { th: 'งานของสำนักงานจะเปิดเมื่อยืนยันด้วยพาสคีย์แล้ว', en: 'Your office’s work opens once you have confirmed with a passkey.' },
    link: { th: 'ไปหน้าพาสคีย์', en: 'Go to passkeys' },
  };
}
