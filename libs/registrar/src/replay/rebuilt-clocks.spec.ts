import type { Effect } from '@anuyat/licence-kit';
import { ClockRebuilder } from './rebuilt-clocks';
import type { StoredClock } from './stored-application';

const at = new Date('2026-11-22T03:00:00.000Z');
const line = { type: 'licence.issued', at, actor: {}, revision: 1, data: { validUntil: '2026-12-12' } };
const setClock = (name: string, params: Partial<Extract<Effect, { type: 'setClock' }>['params']>): Effect => ({ type: 'setClock', params: { name, on: 'validUntil', then: `${name}.rang`, ...params } });
const stored = (name: string, dueAt: string): StoredClock =>
  ({ name, lane: null, event: `${name}.rang`, dueAt: new Date(dueAt), setAt: at, setByRevision: 1, stoppedAt: null, firedAt: null });

function rebuilt(...effects: Effect[]): ClockRebuilder {
  const clocks = new ClockRebuilder(at, () => 'counted-by-an-older-calendar');
  clocks.take(line, effects);
  return clocks;
}

describe('the replay of clocks whose day an event names', () => {
  it('gives the end of the day that is named, and the morning so many days before', () => {
    const clocks = rebuilt(setClock('end', {}), setClock('window', { daysBefore: 30 }));
    expect(clocks.findDifference([stored('end', '2026-12-12T16:59:59.999Z'), stored('window', '2026-11-12T01:30:00.000Z')])).toBeUndefined();
  });

  it('sets no reminder whose moment had passed, and one that had not', () => {
    const clocks = rebuilt(setClock('late', { daysBefore: 30, isReminder: true }), setClock('soon', { daysBefore: 7, isReminder: true }));
    expect(clocks.findDifference([stored('soon', '2026-12-05T01:30:00.000Z')])).toBeUndefined();
  });

  it('finds a day that is stored otherwise, and a clock that nothing set', () => {
    expect(rebuilt(setClock('end', {})).findDifference([stored('end', '2026-12-13T16:59:59.999Z')])?.found).toContain('2026-12-13');
    expect(rebuilt().findDifference([stored('end', '2026-12-12T16:59:59.999Z')])?.expected).toBe('none');
  });

  it('stops the clock where the event names no day any more', () => {
    const clocks = rebuilt(setClock('end', {}));
    clocks.take({ ...line, type: 'renewed', revision: 2, data: {} }, [setClock('end', {})]);
    expect(clocks.findDifference([{ ...stored('end', '2026-12-12T16:59:59.999Z'), stoppedAt: at }])).toBeUndefined();
  });
});
