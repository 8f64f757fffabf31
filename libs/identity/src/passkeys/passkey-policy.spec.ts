import { readPolicy, secondStepOf } from './passkey-policy';

const now = new Date('2027-02-01T00:00:00Z');
const long = new Date('2026-01-01T00:00:00Z');
const of = (agency: string, more: { since?: Date; hasPasskey?: boolean; isShown?: boolean } = {}) => ({ agencies: [{ agency, since: more.since ?? long }], hasPasskey: more.hasPasskey ?? false, isShown: more.isShown ?? false });

describe('the second step of an officer', () => {
  it.each([
    ['nothing where no agency asks for it', '', of('ieat'), undefined],
    ['nothing for the people of another agency', 'bma', of('ieat'), undefined],
    ['making a passkey, where the agency asks and the time for it is over', 'ieat', of('ieat'), { step: 'enrol' }],
    ['making one, where all agencies are asked', '*', of('ieat'), { step: 'enrol' }],
    ['making one until a day: the time runs from the first day of the rule', 'ieat@2027-01-25', of('ieat'), { step: 'soon', until: '2027-02-07T17:00:00.000Z' }],
    ['making one until a day: for who came later, from that day', 'ieat', of('ieat', { since: new Date('2027-01-30T00:00:00Z') }), { step: 'soon', until: '2027-02-13T00:00:00.000Z' }],
    ['showing it, for who has one, wherever', '', of('bma', { hasPasskey: true }), { step: 'enter' }],
    ['nothing once it was shown', 'ieat', of('ieat', { hasPasskey: true, isShown: true }), undefined],
  ])('is %s', (_, rule, standing, step) => {
    expect(secondStepOf(readPolicy(rule, 14), standing, now)).toEqual(step);
  });

  it('is nothing for an applicant, who may have none at all', () => {
    expect(secondStepOf(readPolicy('*', 0), { agencies: [], hasPasskey: true, isShown: false }, now)).toBeUndefined();
  });
});
