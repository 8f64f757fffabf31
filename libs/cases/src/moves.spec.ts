import type { ApplicationStatus } from '@anuyat/contract';
import { moveOf } from './moves';

const application = (status: ApplicationStatus, name = status) => ({ status, title: { th: `ใบ${name}`, en: name } });
const waiting = { questionId: 'a1:3', billId: 'b1' };
const move = (...statuses: ApplicationStatus[]) => moveOf({ caseId: 'c1', status: 'submitted', applications: statuses.map((status) => application(status)), ...waiting });

describe('whose move it is', () => {
  it('is the applicant’s while the case is a draft, and the button leads back to the form', () => {
    expect(moveOf({ caseId: 'c1', status: 'draft', applications: [] })).toMatchObject({ who: 'applicant', link: '/my/cases/c1', action: { en: 'Carry on' } });
  });

  it('is the applicant’s before anybody else’s: a question first, then a fee', () => {
    expect(move('in-review', 'awaiting-payment', 'awaiting-answer')).toMatchObject({ who: 'applicant', link: '/my/cases/c1/questions/a1:3' });
    expect(move('in-review', 'awaiting-payment')).toMatchObject({ who: 'applicant', link: '/my/bills/b1' });
  });

  it('is the applicant’s while an intended refusal waits to be heard, and leads to it on the case’s page', () => {
    const heard = moveOf({ caseId: 'c1', status: 'submitted', applications: [application('awaiting-answer'), application('awaiting-payment')], billId: 'b1' });
    expect(heard).toMatchObject({ who: 'applicant', link: '/my/cases/c1#hearings', what: { en: 'An office intends to refuse “awaiting-answer”. You can answer before it decides.' } });
  });

  it('is the portal’s while the bill is still being written, and asks nobody to pay what cannot be paid yet', () => {
    expect(moveOf({ caseId: 'c1', status: 'submitted', applications: [application('awaiting-payment')] })).toMatchObject({ who: 'portal', link: '/my/cases/c1', what: { en: expect.stringContaining('is writing the bill') } });
  });

  it('is the portal’s while it is stuck itself, and says that the time is not the applicant’s; what can be paid or answered comes first', () => {
    const stuck = (status: ApplicationStatus, more = {}) => moveOf({ caseId: 'c1', status: 'submitted', isPortalStuck: true, applications: [application(status)], ...more });
    expect(stuck('awaiting-payment')).toMatchObject({ who: 'portal', what: { th: expect.stringContaining('ไม่นับเป็นเวลาของคุณ'), en: expect.stringContaining('not counted as yours') } });
    expect([stuck('issuing').what.en, stuck('in-review').who]).toEqual([stuck('awaiting-payment').what.en, 'portal']);
    expect([stuck('awaiting-payment', waiting).link, stuck('awaiting-answer', waiting).who]).toEqual(['/my/bills/b1', 'applicant']);
  });

  it('is nobody’s while the licence that is renewed stands revoked, and asks for no fee', () => {
    const rests = (status: ApplicationStatus) => moveOf({ caseId: 'c1', status: 'submitted', isResting: true, applications: [application(status)], ...waiting });
    expect([rests('awaiting-payment'), rests('issuing')].map(({ who, link }) => [who, link])).toEqual([['nobody', '/my/cases/c1'], ['nobody', '/my/cases/c1']]);
    expect([rests('in-review').who, rests('awaiting-answer').who]).toEqual(['offices', 'applicant']);
    expect([rests('in-review').what.en, move('in-review').what.en].map((words) => words.includes('once the order is final'))).toEqual([true, false]);
  });

  it('is the offices’ while one of them still looks, and the portal’s while it writes the document', () => {
    expect(move('in-review', 'issued', 'issuing').who).toBe('offices');
    expect(move('issuing', 'issued', 'refused').who).toBe('portal');
  });

  it('is the portal’s while all that is left waits for something, and the applicant’s when that will not come', () => {
    expect(move('issued', 'waiting')).toMatchObject({ who: 'portal', what: { en: '“waiting” will start by itself when what comes first is granted. There is nothing for you to do now.' } });
    const stuck = moveOf({ caseId: 'c1', status: 'submitted', applications: [application('refused'), { ...application('waiting'), isStuck: true }] });
    expect(stuck).toMatchObject({ who: 'applicant', action: { en: 'See what you can do' } });
  });

  it('is nobody’s when all has ended, and says how', () => {
    expect(move('issued', 'issued')).toMatchObject({ who: 'nobody', what: { en: 'Everything you asked for has been granted.' } });
    expect(move('issued', 'refused').what.en).toContain('1 of 2');
    expect(move('refused', 'withdrawn')).toMatchObject({ who: 'nobody', action: { en: 'See the details' } });
  });

  it('names a single application and counts several, in both languages', () => {
    expect(move('in-review').what).toEqual({
      th: 'หน่วยงานกำลังพิจารณา “ใบin-review” คุณยังไม่ต้องทำอะไร',
      en: 'The offices are looking at “in-review”. There is nothing for you to do now.',
    });
    expect(move('awaiting-answer', 'awaiting-answer').what.en).toContain('2 applications');
  });
});
