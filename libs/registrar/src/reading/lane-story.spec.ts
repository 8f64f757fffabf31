import { agencyReview, type LicenceDefinition } from '@anuyat/licence-kit';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { timeOfLine, toldDossier, type ToldEvent } from '../testing/told-history';
import { laneStory, stationsOf } from './lane-story';

const card = libraryCard();
const scholar = { reader: { name: 'สมหญิง', age: 30 }, wish: { rareBooks: 3, purpose: 'pleasure' } };
const reasons = { facts: 'สถานที่ไม่ตรง', law: 'ข้อ 1', considerations: 'แก้ไม่ได้' };
const event = (type: string, data: Record<string, unknown> = {}): ToldEvent => ({ type, data });
const asked = [event('desk.asked', { items: [] }), event('desk.told', { items: [] })];
const answered = event('desk.answered', { changes: { 'reader.age': 31 } });
const inspected = [event('vault.accepted'), event('vault.inspectionPlanned'), event('vault.inspectionRecorded', { result: 'passed' })];

/** The lane's stations in a word each: `+` done, `>` now, `.` ahead, `-` skipped, `x` failed; a detour in brackets. */
function lineOf(lane: string, events: ToldEvent[], definition: LicenceDefinition = card, facts: object = scholar): string {
  const { history } = toldDossier(definition, facts as Record<string, unknown>, events);
  const marks = { done: '+', now: '>', ahead: '.', skipped: '-', failed: 'x' };
  return stationsOf(definition, lane, laneStory(lane, history))
    .map(({ id, state, kind }) => `${marks[state]}${kind === 'detour' ? `(${id})` : id}`)
    .join(' ');
}

const paidNext = [...inspected, event('vault.approved'), event('desk.accepted'), event('desk.approved')];

function storyOf(lane: string, events: ToldEvent[]): ReturnType<typeof laneStory> {
  return laneStory(lane, toldDossier(card, scholar, events).history);
}

/** A refusal comes after its intent was told and could be answered. */
const refused = [event('desk.refusalIntended', reasons), event('desk.heard', { words: 'ขอชี้แจง' }), event('desk.refused', reasons)];

describe('a lane’s line', () => {
  it.each<[string, string, ToldEvent[], string]>([
    ['at its beginning', 'desk', [], '>checking .considering .approved'],
    ['once the file is complete', 'desk', [event('desk.accepted')], '+checking >considering .approved'],
    ['while the applicant is asked', 'desk', asked, '+checking +(found) >(asked) .considering .approved'],
    ['when the applicant has answered', 'desk', [...asked, answered], '+checking +(found) +(asked) >(rechecking) .considering .approved'],
    ['when the answer is accepted', 'desk', [...asked, answered, event('desk.accepted')], '+checking +(found) +(asked) +(rechecking) >considering .approved'],
    ['when it approves', 'desk', [event('desk.accepted'), event('desk.approved')], '+checking +considering +approved'],
    ['when it looks again before the fee is paid', 'desk', [...paidNext, event('desk.reopened')], '+checking >(reviewing) +considering .approved'],
    ['when others look again before the fee is paid', 'vault', [...paidNext, event('desk.reopened')], '+checking +planning +inspecting +considering +approved'],
    ['when it refuses', 'desk', [event('desk.accepted'), ...refused], '+checking +considering +(hearing) +(reconsidering) xrefused'],
    ['when it returns the application', 'desk', [...asked, answered, event('desk.returned', { note: 'ยังไม่ครบ' })], '+checking +(found) +(asked) +(rechecking) -considering xreturned'],
    ['when its question is not answered in time', 'desk', [...asked, event('desk.lapsed')], '+checking +(found) +(asked) -considering xreturned'],
    ['when the applicant withdraws', 'desk', [event('desk.accepted'), event('withdrawn')], '+checking -considering -approved'],
    ['when another lane refuses', 'vault', [event('vault.accepted'), event('desk.accepted'), ...refused], '+checking -planning -inspecting -considering -approved'],
    ['when another lane refuses after it approved', 'vault', [...inspected, event('vault.approved'), event('desk.accepted'), ...refused], '+checking +planning +inspecting +considering +approved'],
    ['with an inspection that is arranged', 'vault', inspected.slice(0, 2), '+checking +planning >inspecting .considering .approved'],
    ['with an inspection that is arranged anew', 'vault', [...inspected.slice(0, 2), event('vault.inspectionPlanned')], '+checking +planning >inspecting .considering .approved'],
    ['when it is late', 'desk', [event('desk.overdue')], '>checking .considering .approved'],
    ['when the fee is due', 'desk', [...inspected, event('vault.approved'), event('desk.accepted'), event('desk.approved')], '+checking +considering +approved'],
    [
      'when the licence is issued', 'vault',
      [...inspected, event('vault.approved'), event('desk.accepted'), event('desk.approved'), event('fee.paid'), event('licence.issued')], '+checking +planning +inspecting +considering +approved',
    ],
  ])('%s', (_, lane, events, line) => {
    expect(lineOf(lane, events)).toBe(line);
  });

  it('that is not needed is passed by, also after the end', () => {
    const noBooks = { ...scholar, wish: { rareBooks: 0, purpose: 'pleasure' } };
    const passed = '-checking -planning -inspecting -considering -approved';
    expect(lineOf('vault', [], card, noBooks)).toBe(passed);
    expect(lineOf('vault', [event('desk.accepted'), event('desk.approved'), event('fee.paid'), event('licence.issued')], card, noBooks)).toBe(passed);
  });

  it('of a counter has one stop before its verdict', () => {
    const clock = card.clock;
    const counter = libraryCard({ lanes: [agencyReview('desk', { law: 'commercial-registration', duty: 'registry', clock, reads: ['reader'], isOneStep: true })] });
    expect(lineOf('desk', [], counter)).toBe('>checking .approved');
    expect(lineOf('desk', [...asked, answered, event('desk.approved')], counter)).toBe('+checking +(found) +(asked) +(rechecking) +approved');
    expect(lineOf('desk', [...refused], counter)).toBe('+checking +(hearing) +(reconsidering) xrefused');
  });
});

describe('a lane’s story', () => {
  it('tells since when it is where it is', () => {
    expect(storyOf('desk', asked).since).toEqual(timeOfLine(3));
    expect(storyOf('vault', asked).since).toEqual(timeOfLine(1));
    expect(storyOf('desk', [event('desk.accepted'), ...refused]).since).toEqual(timeOfLine(5));
  });

  it('tells the verdict with its words, and not another lane’s', () => {
    const approved = [event('desk.accepted', { note: 'ครบ' }), event('desk.approved', { note: 'เห็นชอบ' })];
    expect(storyOf('desk', approved)).toMatchObject({ state: 'approved', verdict: 'approved', note: 'เห็นชอบ', hasEnded: false });
    expect(storyOf('vault', approved)).not.toHaveProperty('note');
    const ended = [event('desk.accepted'), ...refused];
    expect(storyOf('desk', ended)).toMatchObject({ state: 'refused', verdict: 'refused', note: 'สถานที่ไม่ตรง\nข้อ 1\nแก้ไม่ได้', hasEnded: true });
    expect(storyOf('vault', ended)).toMatchObject({ state: 'checking', verdict: null, hasEnded: true });
  });

  it('tells a return with its words, and a lapse without any', () => {
    expect(storyOf('desk', [...asked, answered, event('desk.returned', { note: 'ยังไม่ครบ' })])).toMatchObject({ state: 'returned', verdict: null, note: 'ยังไม่ครบ', hasEnded: true });
    const lapsed = storyOf('desk', [...asked, event('desk.lapsed')]);
    expect(lapsed).toMatchObject({ state: 'returned', verdict: null, hasEnded: true });
    expect(lapsed).not.toHaveProperty('note');
  });

  it('has a time at each station that was reached, and none ahead', () => {
    const events = [...asked, answered];
    const { history } = toldDossier(card, scholar, events);
    const times = Object.fromEntries(stationsOf(card, 'desk', laneStory('desk', history)).map(({ id, at }) => [id, at]));
    expect(times).toEqual({ checking: timeOfLine(2).toISOString(), found: timeOfLine(3).toISOString(), asked: timeOfLine(4).toISOString(), rechecking: timeOfLine(4).toISOString(), considering: undefined, approved: undefined });
  });
});
