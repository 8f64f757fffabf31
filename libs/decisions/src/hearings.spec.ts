import type { LicenceDefinition } from '@anuyat/licence-kit';
import { libraryCard } from '@anuyat/licence-kit/testing';
import type { DefinitionLibrary } from '@anuyat/registrar';
import { timeOfLine, toldDossier, type ToldEvent } from '@anuyat/registrar/testing';
import { hearingsOf } from './hearings';

const card = libraryCard();
const library = { getLicence: (): LicenceDefinition => card } as unknown as DefinitionLibrary;
const facts = { reader: { name: 'สมหญิง', age: 30 }, wish: { rareBooks: 3, purpose: 'pleasure' } };
const event = (type: string, data: Record<string, unknown> = {}): ToldEvent => ({ type, data });
const intended = (why: string) => event('desk.refusalIntended', { facts: why, law: 'ข้อ 2', considerations: 'ค' });
const again = [event('desk.reopened'), event('desk.accepted'), intended('สอง')];
const dueAt = new Date('2026-12-10T16:59:59.999Z');

const told = (events: ToldEvent[]) =>
  hearingsOf([{ ...toldDossier(card, facts, [event('desk.accepted'), ...events]), clocks: [{ applicationId: '', name: 'desk.hearing', dueAt, isStopped: false }] }], library);

describe('the intents to refuse', () => {
  it('that nobody answered stay closed when the lane intends again, and the clock is the newest one’s', () => {
    expect(told([intended('หนึ่ง'), ...again])).toMatchObject([
      { facts: 'หนึ่ง', isOpen: false, dueAt: null, answeredAt: null },
      { facts: 'สอง', isOpen: true, dueAt: dueAt.toISOString(), answeredAt: null },
    ]);
  });

  it('each have their own answer: a later one is not put to an earlier intent', () => {
    expect(told([intended('หนึ่ง'), ...again, event('desk.heard', { words: 'มีหนังสือ' })])).toMatchObject([
      { facts: 'หนึ่ง', words: null, isOpen: false },
      { facts: 'สอง', words: 'มีหนังสือ', answeredAt: timeOfLine(7).toISOString(), isOpen: false },
    ]);
  });
});
