import type { ApplicationView, PersonActor } from '@anuyat/contract';
import { libraryCard } from '@anuyat/licence-kit/testing';
import type { LicenceDefinition } from '@anuyat/licence-kit';
import type { DefinitionLibrary } from '../definition-library';
import { GovernmentCalendar } from '../government-calendar';
import { deskOfficer, reader, stranger } from '../testing/library';
import { timeOfLine, toldDossier, type ToldEvent } from '../testing/told-history';
import type { Dossier } from './dossier';
import { lineMapOf } from './line-map';
import { questionsOf } from './questions';
import { applicationsOf, daysLeft } from './read-applications';
import { timelineOf } from './timeline';
import { fieldTitle, leaves, titledTopics } from './titled-form';

const card = libraryCard();
const library = { getLicence: (): LicenceDefinition => card } as unknown as DefinitionLibrary;
const calendar = new GovernmentCalendar();
const facts = { reader: { name: 'สมหญิง', age: 30 }, wish: { rareBooks: 3, purpose: 'pleasure' } };
const event = (type: string, data: Record<string, unknown> = {}): ToldEvent => ({ type, data });
const wanted = { note: 'โปรดแก้', items: [{ kind: 'fact', target: 'reader.age', message: 'ไม่ตรง' }, { kind: 'document', target: 'letter', message: 'ไม่ชัด' }] };
const asked = [event('desk.asked', wanted), event('desk.told', { ...wanted, noticeId: 'n1', notice: 'N1', part: 1, parts: 1 })];
const answered = event('desk.answered', { changes: { 'reader.age': 31 } });
const approvals = ['vault.accepted', 'vault.inspectionPlanned', 'vault.inspectionRecorded', 'vault.approved', 'desk.accepted', 'desk.approved'].map((type) => event(type));

function viewOf(events: ToldEvent[], reader: PersonActor | null = null, clocks: Dossier['clocks'] = []): ApplicationView {
  const [view] = applicationsOf([{ ...toldDossier(card, facts, events), clocks }], { library, calendar }, reader);
  if (!view) throw new Error('There is no view.');
  return view;
}

const clock = (name: string, dueAt: string, isStopped = false) => ({ applicationId: '', name, dueAt: new Date(dueAt), isStopped });

describe('an application', () => {
  it('offers everybody what they may send now, and a mere reader nothing', () => {
    expect(viewOf([], reader).may).toEqual(['withdrawn']);
    expect(viewOf([], deskOfficer).may).toEqual(['desk.accepted', 'desk.asked', 'desk.delayExplained', 'desk.conflictDeclared', 'vault.accepted', 'vault.asked', 'vault.delayExplained', 'vault.conflictDeclared']);
    expect(viewOf(asked, reader).may).toEqual(['desk.answered', 'withdrawn']);
    expect(viewOf([], stranger).may).toEqual([]);
    expect(viewOf([]).may).toEqual([]);
    expect(viewOf([event('withdrawn')], reader).may).toEqual([]);
  });

  it('is due when the first of its running lanes is, and late with any of them', () => {
    const clocks = [clock('desk.due', '2026-11-20T16:59:59.999Z'), clock('vault.due', '2030-01-01T16:59:59.999Z')];
    const late = viewOf([], null, clocks);
    expect(late).toMatchObject({ dueAt: '2026-11-20T16:59:59.999Z', isOverdue: true });
    expect(late.lanes.map(({ isOverdue, daysLeft: days }) => [isOverdue, (days ?? 0) < 0])).toEqual([[true, true], [false, false]]);
    expect(viewOf([event('desk.accepted'), event('desk.approved')], null, clocks)).toMatchObject({ dueAt: '2030-01-01T16:59:59.999Z', isOverdue: false });
    expect(viewOf([event('withdrawn')], null, clocks)).toMatchObject({ dueAt: null, isOverdue: false });
  });

  it('that waits for the applicant is due by the answer, which is no office’s delay', () => {
    const view = viewOf(asked, null, [clock('desk.due', '2026-01-01T00:00:00Z', true), clock('desk.answer', '2026-11-20T16:59:59.999Z')]);
    expect(view.lanes[0]).toMatchObject({ state: 'asked', owner: 'applicant', dueAt: '2026-11-20T16:59:59.999Z', isOverdue: false });
  });

  it('says in each lane who has the next move, and of an ended one that nobody has', () => {
    const owners = (events: ToldEvent[]) => viewOf(events).lanes.map(({ owner }) => owner);
    expect(owners([])).toEqual(['office:desk', 'office:vault']);
    expect(owners(asked)).toEqual(['applicant', 'office:vault']);
    expect(owners(approvals)).toEqual([null, null]);
    expect(owners([...asked, event('desk.lapsed')])).toEqual([null, null]);
    expect(viewOf([...asked, event('desk.lapsed')]).lanes[0]).toMatchObject({ state: 'returned', stateLabel: { en: 'Returned' }, verdict: null });
  });
});

describe('days left', () => {
  const at = (day: string) => new Date(`${day}T05:00:00Z`);
  const due = (day: string) => new Date(`${day}T23:59:59.999+07:00`);

  it.each([
    ['today', '2026-11-23', '2026-11-23', 0],
    ['tomorrow', '2026-11-23', '2026-11-24', 1],
    ['over a weekend', '2026-11-27', '2026-11-30', 1],
    ['since yesterday', '2026-11-24', '2026-11-23', -1],
    ['late by a weekend only', '2026-11-29', '2026-11-27', -1],
  ])('are counted in working days: %s', (_, today, day, days) => {
    expect(daysLeft(at(today), due(day), calendar)).toBe(days);
  });

  it('leave out the holidays of the calendar', () => {
    expect(daysLeft(at('2026-11-23'), due('2026-11-25'), new GovernmentCalendar(['2026-11-24']))).toBe(1);
  });
});

describe('the line map', () => {
  const way = (events: ToldEvent[]) => lineMapOf([viewOf(events)]).lines[0]?.stations.map(({ id, state }) => `${id} ${state}`);

  it.each<[string, ToldEvent[], string[]]>([
    ['under review', [], ['submitted done', 'review now', 'payment ahead', 'issued ahead']],
    ['while the applicant is asked', asked, ['submitted done', 'review now', 'payment ahead', 'issued ahead']],
    ['when the fee is due', approvals, ['submitted done', 'review done', 'payment now', 'issued ahead']],
    ['while it is issued', [...approvals, event('fee.paid')], ['submitted done', 'review done', 'payment done', 'issued now']],
    ['when it is issued', [...approvals, event('fee.paid'), event('licence.issued')], ['submitted done', 'review done', 'payment done', 'issued done']],
    ['when it is withdrawn', [event('withdrawn')], ['submitted done', 'review failed', 'payment skipped', 'issued skipped']],
    ['when it is returned', [...asked, event('desk.lapsed')], ['submitted done', 'review failed', 'payment skipped', 'issued skipped']],
  ])('shows the way that all lanes share, %s', (_, events, stations) => {
    expect(way(events)).toEqual(stations);
  });

  it('has a line for each application’s way and each of its lanes, in colours of their own, grouped by application', () => {
    const { lines } = lineMapOf([viewOf([]), { ...viewOf([]), id: 'another' }]);
    expect(lines.map(({ title }) => title.en)).toEqual(['Library card', 'Lending desk', 'Rare books room', 'Library card', 'Lending desk', 'Rare books room']);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(6);
    expect(new Set(lines.map(({ colour }) => colour)).size).toBe(6);
    expect(new Set(lines.slice(0, 3).map(({ group }) => group)).size).toBe(1);
    expect(lines[1]?.subtitle?.en).toContain('Watthana');
  });
});

describe('the timeline', () => {
  it('tells newest first what happened where, by whom, and with which words', () => {
    const dossier = toldDossier(card, facts, [
      ...asked,
      { ...answered, actor: { kind: 'person', name: reader.name } },
      { type: 'desk.overdue', actor: { kind: 'portal', job: 'timekeeper' } },
    ]);
    expect(timelineOf([dossier], library).map(({ what, lane, by, note }) => [what.en, lane?.en, by.en, note])).toEqual([
      ['Time limit passed', 'Lending desk', 'Anuyat', undefined],
      ['Applicant answered', 'Lending desk', 'Reader', undefined],
      ['The one notice was sent', 'Lending desk', 'Somebody', 'โปรดแก้'],
      ['Found what must be corrected', 'Lending desk', 'Somebody', undefined],
      ['Application submitted', undefined, 'Somebody', undefined],
    ]);
  });

  it('keeps the order of what happened at the same moment, also past the ninth event', () => {
    const planned = Array.from({ length: 10 }, () => event('vault.inspectionPlanned'));
    const dossier = toldDossier(card, facts, [event('vault.accepted'), ...planned]);
    const atOnce = { ...dossier, history: dossier.history.map((line) => ({ ...line, at: timeOfLine(1) })) };
    expect(timelineOf([atOnce], library).map(({ id }) => Number(id.split(':')[1]))).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it('without persons keeps offices’ and the portal’s acts, and leaves out names and words of applicants', () => {
    const dossier = toldDossier(card, facts, [...asked, { ...answered, actor: { kind: 'person', name: reader.name } }]);
    const told = timelineOf([dossier], library, { isImpersonal: true });
    expect(told.map(({ by }) => by.en)).toEqual(['The applicant', 'Somebody', 'Somebody', 'The applicant']);
    expect(told.every((entry) => entry.note === undefined)).toBe(true);
  });
});

describe('questions', () => {
  const question = (events: ToldEvent[]) => questionsOf([{ ...toldDossier(card, facts, events), clocks: [clock('desk.answer', '2026-12-08T16:59:59.999Z')] }], library)[0];

  it('say what is asked, by whom, until when, with titles of fields and papers', () => {
    expect(question(asked)).toMatchObject({
      lane: 'desk', note: 'โปรดแก้', askedAt: timeOfLine(3).toISOString(), dueAt: '2026-12-08T16:59:59.999Z', answeredAt: null, isOpen: true, licence: { en: 'Library card' },
      items: [{ target: 'reader.age', title: { th: 'อายุ', en: 'Age' }, message: 'ไม่ตรง' }, { target: 'letter', title: { en: 'Letter from a teacher' } }],
    });
  });

  it('are closed by the answer, by its time limit and by the end', () => {
    expect(question([...asked, answered])).toMatchObject({ answeredAt: timeOfLine(4).toISOString(), isOpen: false });
    expect(question([...asked, event('desk.lapsed')])).toMatchObject({ answeredAt: null, isOpen: false });
    expect(question([...asked, event('withdrawn')])).toMatchObject({ answeredAt: null, isOpen: false });
  });
});

describe('a form with its words', () => {
  it('has a title for each topic and field', () => {
    const topics = titledTopics(card.form, card.texts);
    expect(topics.map(({ id, title }) => [id, title.en])).toEqual([['reader', 'Reader'], ['wish', 'Books you wish for']]);
    expect(topics.flatMap(({ id, schema }) => leaves(schema, id)).map(({ path, title }) => [path, title.en])).toEqual([
      ['reader.name', 'Name'], ['reader.age', 'Age'], ['wish.rareBooks', 'Number of rare books'], ['wish.purpose', 'What for'], ['wish.thesis', 'Title of the thesis'],
    ]);
  });

  it('finds a field’s title by its path, through lists, and shows the path where there is none', () => {
    const form = { type: 'object' as const, properties: { shelves: { type: 'array' as const, items: { type: 'object' as const, properties: { width: { type: 'number' as const } } } } } };
    const texts = { th: { 'topics.shelves': 'ชั้น', 'fields.shelves.width': 'กว้าง' }, en: { 'topics.shelves': 'Shelves', 'fields.shelves.width': 'Width' } };
    expect(fieldTitle(form, texts, 'shelves.3.width').en).toBe('Width');
    expect(fieldTitle(form, texts, 'shelves').en).toBe('Shelves');
    expect(fieldTitle(form, texts, 'shelves.0.colour').en).toBe('shelves.0.colour');
  });
});
