import { SessionClock } from './session-clock';

const minute = 60_000;
const at = (minutes: number) => new Date(minutes * minute).toISOString();
const clock = () => new SessionClock({ provedAt: at(0), freshUntil: at(15), idleUntil: at(120), endsAt: at(720) }, 0);

describe('the end of a session', () => {
  it('is told two minutes before, and not earlier', () => {
    expect(clock().endToWarnOf(117 * minute)).toBeUndefined();
    expect(clock().endToWarnOf(118 * minute)).toEqual({ at: 120 * minute, isFinal: false });
  });

  it('moves on with every call', () => {
    const ours = clock();
    ours.noteCall(100 * minute);
    ours.noteCall(50 * minute);
    expect(ours.endToWarnOf(119 * minute)).toBeUndefined();
    expect(ours.endToWarnOf(219 * minute)).toEqual({ at: 220 * minute, isFinal: false });
  });

  it('never moves beyond the last moment, which no call can put off', () => {
    const ours = clock();
    ours.noteCall(719 * minute);
    expect(ours.endToWarnOf(719 * minute)).toEqual({ at: 720 * minute, isFinal: true });
  });

  it('is not told any more once it is past', () => {
    expect(clock().endToWarnOf(120 * minute)).toBeUndefined();
  });
});
