import { defineAppeal } from '@anuyat/licence-kit';
import { GovernmentCalendar } from '../government-calendar';
import { toldDossier, type ToldEvent } from '../testing/told-history';
import { lineMapOf } from './line-map';
import { applicationsOf } from './read-applications';

const clock = { days: 30, unit: 'calendar' as const, source: { from: 'spec', isVerified: true, effectiveFrom: '2026-01-01' } };
const texts = { title: 'Appeal', summary: 'Appeal', 'lanes.issuer': 'Issuer', 'lanes.superior': 'Superior' };
const appeal = defineAppeal({ code: 'appeal', version: 1, law: 'commercial-registration', citations: [], issuer: clock, superior: clock, extension: clock, texts: { th: texts, en: texts } });
const reading = { library: { getLicence: () => appeal } as never, calendar: new GovernmentCalendar(['2026-12-10']) };
const reasons = { facts: 'a', law: 'b', considerations: 'c' };

function linesAfter(events: ToldEvent[], isLate = false): string[] {
  const [view] = applicationsOf([toldDossier(appeal, { appeal: { isLate } }, events)], reading, null);
  if (!view) throw new Error('There is no appeal.');
  return lineMapOf([view]).lines.map(({ stations }) => stations.map(({ id, state }) => `${id} ${state}`).join(', '));
}

describe('the map of an appeal', () => {
  it('goes through both bodies to a decision, without fee or licence', () => {
    expect(linesAfter([])).toEqual(['submitted done, at-issuer now, at-superior ahead, decided ahead', 'considering now', 'considering ahead']);
  });

  it('moves to the superior when the office sends it up', () => {
    expect(linesAfter([{ type: 'issuer.sentUp', data: { note: 'x' } }])).toEqual(['submitted done, at-issuer done, at-superior now, decided ahead', 'considering done, sentUp done', 'considering now']);
  });

  it('ends where it was decided, for the appellant or against, and passes by who had no turn', () => {
    expect(linesAfter([{ type: 'issuer.annulled', data: reasons }])[0]).toBe('submitted done, at-issuer done, at-superior skipped, decided done');
    expect(linesAfter([{ type: 'issuer.sentUp', data: { note: 'x' } }, { type: 'superior.upheld', data: reasons }])).toEqual([
      'submitted done, at-issuer done, at-superior done, decided failed', 'considering done, sentUp done', 'considering done',
    ]);
  });

  it('shows that a late one is first admitted or turned away', () => {
    expect(linesAfter([], true)[1]).toBe('admitting now, considering ahead');
    expect(linesAfter([{ type: 'issuer.turnedAway', data: reasons }], true)[0]).toBe('submitted done, at-issuer done, at-superior skipped, decided failed');
  });
});
