import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { DecisionView } from '@anuyat/contract';
import { WhyBox } from './why-box';
import { WhyLedger } from './why-ledger';

const word = (en: string) => ({ th: en, en });
const decision = (kind: DecisionView['kind'], subject: string): DecisionView => ({
  id: `${kind}:${subject}`, kind, application: 'cafe', subject, title: word(subject), outcome: word('Needed'), because: [word(`because of ${subject}`)], wouldTurn: [word('If not')],
  rule: { source: 'area > 200', of: word('Café'), version: 1 }, facts: [{ path: 'area', title: word('Area'), value: word('250 m²') }], citations: [], decidedAt: null,
});

@Component({
  selector: 'anuyat-why-host',
  imports: [WhyBox],
  providers: [WhyLedger],
  template: `<anuyat-why-box from="/api/cases/1/why" [about]="{ th: 'แผนผัง', en: 'Floor plan' }" [kinds]="['document']" subject="floor-plan" />`,
})
class Host {}

function openBox(): { fixture: ComponentFixture<Host>; server: HttpTestingController; details: HTMLDetailsElement } {
  TestBed.configureTestingModule({ imports: [Host], providers: [provideHttpClient(), provideHttpClientTesting()] });
  const fixture = TestBed.createComponent(Host);
  fixture.detectChanges();
  const details = (fixture.nativeElement as HTMLElement).querySelector('details');
  if (!details) throw new Error('There is no box.');
  return { fixture, server: TestBed.inject(HttpTestingController), details };
}

describe('a box that says why', () => {
  it('reads nothing until it is opened', () => {
    const { server } = openBox();
    server.expectNone('/api/cases/1/why');
  });

  it('shows what it is about and nothing else, without the formula', async () => {
    const { fixture, server, details } = openBox();
    const toggled = new Promise((resolve) => details.addEventListener('toggle', resolve, { once: true }));
    details.open = true;
    await toggled;
    fixture.detectChanges();
    server.expectOne('/api/cases/1/why').flush({ decisions: [decision('document', 'floor-plan'), decision('document', 'map'), decision('fee', 'floor-plan')] });
    await fixture.whenStable();
    expect(details.textContent).toContain('because of floor-plan');
    expect(details.textContent).not.toContain('because of map');
    expect(details.textContent).not.toContain('area > 200');
  });
});
