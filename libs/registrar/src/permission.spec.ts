import type { PersonActor } from '@anuyat/contract';
import type { EventRule, LicenceDefinition } from '@anuyat/licence-kit';
import { isOwnMatter, maySend, ruleFor, standsInFor } from './permission';

const words = { th: 'ก', en: 'a' };
const office = 'bma-1039-sanitation';
const officer = (accountId: string, more: Partial<PersonActor> = {}): PersonActor => ({ kind: 'person', accountId, name: words, roles: ['officer'], offices: [{ code: office, permissions: ['review', 'approve'] }], territories: [], companies: [], ...more });
const absent = { accountId: 'absent', name: words };
const standIn = officer('stand-in', { offices: [{ code: office, permissions: ['review', 'approve'], standsInFor: absent }] });
const submittedAt = new Date('2026-06-01T00:00:00Z');
const application = (more: object = {}) => ({ accountId: 'applicant', actingFor: '0105999999994', submittedAt, hands: {}, offices: { sanitation: { office, agency: 'bma', because: words } }, ...more });
const rule = (more: Partial<EventRule> = {}) => ({ by: 'officer', lane: 'sanitation', permission: 'approve', ...more }) as EventRule;

describe('an officer’s own matter', () => {
  it.each([
    ['a company that the officer acts for', { companies: [{ juristicId: '0105999999994', name: words }] }, true],
    ['one for which the mandate ended while it was asking', { formerCompanies: [{ juristicId: '0105999999994', until: '2026-06-02T00:00:00Z' }] }, true],
    ['one for which it had ended before', { formerCompanies: [{ juristicId: '0105999999994', until: '2026-05-31T00:00:00Z' }] }, false],
    ['another company', { formerCompanies: [{ juristicId: '0105999999001', until: '2026-06-02T00:00:00Z' }] }, false],
  ])('is that of %s: %#', (_, more, isSo) => {
    expect(isOwnMatter(officer('someone', more), application())).toBe(isSo);
    expect(maySend(officer('someone', more), rule(), application())).toBe(!isSo);
  });
});

describe('who stands in for an absent colleague', () => {
  it('does what the colleague may, and it is told in whose place; with a right of one’s own it is one’s own', () => {
    expect(maySend(standIn, rule(), application())).toBe(true);
    expect(standsInFor(standIn, rule(), application())).toEqual(absent);
    const both = officer('stand-in', { offices: [...standIn.offices, { code: office, permissions: ['approve'] }] });
    expect(standsInFor(both, rule(), application())).toBeUndefined();
    expect(standsInFor(both, rule({ permission: 'review' }), application())).toEqual(absent);
  });

  it.each([
    ['confirm what the colleague proposed', application({ hands: { sanitation: { proposedBy: 'absent' } } })],
    ['confirm what one proposed oneself', application({ hands: { sanitation: { proposedBy: 'stand-in' } } })],
    ['act where the colleague stepped aside', application({ hands: { sanitation: { barred: ['absent'] } } })],
    ['act where the colleague asks for the licence', application({ accountId: 'absent' })],
    ['act in one’s own matter', application({ accountId: 'stand-in' })],
  ])('may not %s', (_, of) => {
    expect(maySend(standIn, rule({ hand: 'confirms' }), of)).toBe(false);
  });
});

describe('an agency’s own system', () => {
  const system = (accountId: string) => officer(accountId, { system: { id: 'system', name: words, agency: 'bma' } });
  const definition = (lane: object = {}) => ({ events: { 'sanitation.approved': rule(), 'sanitation.accepted': rule({ permission: 'review' }), 'sanitation.approvalProposed': rule({ permission: 'review', hand: 'proposes' }) }, lanes: [{ id: 'sanitation', ...lane }] }) as unknown as LicenceDefinition;
  const said = (actor: PersonActor, type: string, of = definition()): string => {
    try {
      ruleFor(actor, type, of, application(), () => []);
      return 'taken';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it('names the officer who decides or proposes; what is only looked at stands as its own', () => {
    expect(['sanitation.accepted', 'sanitation.approvalProposed', 'sanitation.approved'].map((type) => said(system('system'), type))).toEqual(['taken', 'officer-unnamed', 'officer-unnamed']);
    expect(['sanitation.accepted', 'sanitation.approvalProposed', 'sanitation.approved'].map((type) => said(system('someone'), type))).toEqual(['taken', 'taken', 'taken']);
  });

  it('sends no decision where the licence leaves it to officers in the portal', () => {
    const kept = definition({ decidedInPortal: { kind: 'spec' } });
    expect(['sanitation.accepted', 'sanitation.approvalProposed', 'sanitation.approved'].map((type) => said(system('someone'), type, kept))).toEqual(['taken', 'taken', 'decided-in-portal']);
    expect(said(officer('someone'), 'sanitation.approved', kept)).toBe('taken');
  });
});
