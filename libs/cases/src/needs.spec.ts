import type { LicenceDefinition } from '@anuyat/licence-kit';
import { chooseLicences, followAnswers } from './needs';

const licences = [
  { code: 'card', dependsOn: [], texts: { th: { title: 'บัตร' }, en: { title: 'Card' } } },
  { code: 'hall', dependsOn: ['card'], texts: { th: { title: 'ห้อง' }, en: { title: 'Hall' } } },
  { code: 'kiosk', dependsOn: [], texts: { th: { title: 'ซุ้ม' }, en: { title: 'Kiosk' } } },
] as unknown as LicenceDefinition[];

const refusal = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return (error as { details: { fields: { path: string; code: string; message: { en: string } }[] } }).details.fields;
  }
  throw new Error('Nothing was refused.');
};

describe('the licences of a new case', () => {
  it('are all needed ones when nothing else is said', () => {
    expect(chooseLicences(['card', 'hall'], undefined, licences)).toEqual(['card', 'hall']);
  });

  it('are those that the applicant chose, in the order of the journey', () => {
    expect(chooseLicences(['card', 'hall', 'kiosk'], ['kiosk', 'card'], licences)).toEqual(['card', 'kiosk']);
  });

  it('hold what one of them waits for', () => {
    expect(refusal(() => chooseLicences(['card', 'hall'], ['hall'], licences))).toMatchObject([{ path: 'licences.hall', code: 'waits-for', message: { en: expect.stringContaining('“Card”') } }]);
    expect(chooseLicences(['hall'], ['hall'], licences)).toEqual(['hall']);
  });

  it('hold nothing that is not needed, and are never none', () => {
    expect(refusal(() => chooseLicences(['card'], ['card', 'kiosk'], licences))).toMatchObject([{ path: 'licences.kiosk', code: 'not-needed' }]);
    expect(refusal(() => chooseLicences(['card'], [], licences))).toMatchObject([{ code: 'nothing-needed' }]);
    expect(refusal(() => chooseLicences([], undefined, licences))).toMatchObject([{ code: 'nothing-needed' }]);
  });
});

describe('the licences of a draft whose answers change', () => {
  const settled = (...needed: string[]) => ({ needed, unanswered: [] });

  it('follow: what became needed comes in, what no longer is goes', () => {
    expect(followAnswers(['small'], [], settled('large'))).toEqual(['large']);
    expect(followAnswers(['card'], [], settled('card', 'kiosk'))).toEqual(['card', 'kiosk']);
  });

  it('keep out what the applicant left out', () => {
    expect(followAnswers(['card'], ['kiosk'], settled('card', 'kiosk'))).toEqual(['card']);
  });

  it('stay as they are while the answers leave it open, and when nothing would be left', () => {
    expect(followAnswers(['card', 'kiosk'], [], { needed: ['card'], unanswered: ['plan.isLoud'] })).toEqual(['card', 'kiosk']);
    expect(followAnswers(['card'], [], settled())).toEqual(['card']);
    expect(followAnswers(['card'], ['kiosk'], settled('kiosk'))).toEqual(['kiosk']);
  });
});
