import { notifiedAt } from './deliveries';

describe('an order counts as notified', () => {
  const sent = new Date('2026-11-23T10:00:00+07:00');

  it.each([
    ['electronic', '2026-11-23T03:00:00.000Z'],
    ['in-person', '2026-11-23T03:00:00.000Z'],
    ['post', '2026-11-29T17:00:00.000Z'],
    ['post-abroad', '2026-12-07T17:00:00.000Z'],
    ['publication', '2026-12-07T17:00:00.000Z'],
  ] as const)('%s', (kind, at) => {
    expect(notifiedAt(kind, sent).toISOString()).toBe(at);
  });
});
