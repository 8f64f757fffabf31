import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { Me } from '@anuyat/contract';
import { Button, SayPipe } from '@anuyat/ui';
import { firstValueFrom } from 'rxjs';
import { signInLink } from '../core/session';
import type { SessionEnd } from './session-clock';

/** The session ends soon: one press keeps it open, or signs in again where it cannot be kept. */
@Component({
  selector: 'anuyat-session-warning',
  imports: [Button, SayPipe],
  template: `
    @if (end(); as near) {
      <div class="session-ended" role="alert">
        <div class="page row row-apart">
          <span class="strong">{{ text() | say }}</span>
          @if (near.isFinal) {
            <a uiButton isSmall [href]="link()">{{ again | say }}</a>
          } @else {
            <button type="button" uiButton isSmall (click)="stay()">{{ staying | say }}</button>
          }
        </div>
      </div>
    }
  `,
})
export class SessionWarning {
  readonly end = input<SessionEnd>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  protected readonly staying = { th: 'ใช้งานต่อ', en: 'Stay signed in' };
  protected readonly again = { th: 'เข้าสู่ระบบใหม่ตอนนี้', en: 'Sign in again now' };
  private readonly time = computed(() => new Intl.DateTimeFormat('th-TH', { timeStyle: 'short' }).format(this.end()?.at));
  protected readonly text = computed(() => ({
    th: `ระบบจะออกจากบัญชีของคุณเวลา ${this.time()} น. ข้อมูลที่กรอกไว้ยังอยู่ครบ`,
    en: `You will be signed out at ${this.time()}. What you entered is kept.`,
  }));

  protected link(): string {
    return signInLink(this.router.url);
  }

  /** Any call keeps the session open. */
  protected async stay(): Promise<void> {
    await firstValueFrom(this.http.get<Me>('/api/auth/me')).catch(() => undefined);
  }
}
