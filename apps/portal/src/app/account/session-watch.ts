import { ApplicationRef, createComponent, type EnvironmentInjector } from '@angular/core';
import { Session } from '../core/session';
import { ActingStrip } from './acting-strip';
import { SessionClock } from './session-clock';
import { SessionWarning } from './session-warning';

const LOOK_EVERY_MS = 5_000;

/** Watches how long the session still lasts and says so two minutes before its end. Looking does not keep it open. */
export function watchSession(injector: EnvironmentInjector): void {
  const session = injector.get(Session).account()?.session;
  if (!session) return;
  const clock = new SessionClock(session, Date.now());
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name.includes('/api/')) clock.noteCall(performance.timeOrigin + startTime);
  }).observe({ type: 'resource' });
  const app = injector.get(ApplicationRef);
  const warning = createComponent(SessionWarning, { environmentInjector: injector });
  const strip = createComponent(ActingStrip, { environmentInjector: injector });
  for (const { hostView, location } of [strip, warning]) {
    app.attachView(hostView);
    document.querySelector('main')?.before(location.nativeElement as HTMLElement);
  }
  setInterval(() => warning.setInput('end', clock.endToWarnOf(Date.now())), LOOK_EVERY_MS);
}
