import { isPersonalId, isJuristicId } from '@anuyat/dictionary';
import { findEstate, findOffice, findZone } from '@anuyat/dictionary/reference';
import { findPersona, personas } from './personas';

describe('the people of the sandbox', () => {
  it('are told apart by hint, name and number', () => {
    for (const values of [personas.map(({ hint }) => hint), personas.map(({ name }) => name.th), personas.map(({ name }) => name.en), personas.flatMap(({ personalId }) => personalId ?? [])]) {
      expect(new Set(values).size).toBe(values.length);
    }
    expect(personas.every(({ hint }) => /^[a-z0-9-]{1,64}$/.test(hint))).toBe(true);
  });

  it('have numbers with a right check digit that nobody alive has: the registry office 9999 does not exist', () => {
    for (const { hint, personalId } of personas) {
      if (hint === 'anna') expect(personalId).toBeUndefined();
      else expect({ hint, isRight: isPersonalId(personalId ?? ''), prefix: personalId?.slice(0, 5) }).toEqual({ hint, isRight: true, prefix: '89999' });
    }
  });

  it('act for companies that were registered under the agreed dummy numbers', () => {
    const companies = personas.flatMap((persona) => persona.companies);
    expect(companies.map(({ juristicId }) => juristicId)).toEqual(['0105999999994', '0205568000016']);
    expect(companies.every(({ juristicId }) => isJuristicId(juristicId))).toBe(true);
  });

  it('work in offices that exist', () => {
    for (const { hint, offices } of personas) for (const { code } of offices) expect({ hint, code, exists: findOffice(code) !== undefined }).toEqual({ hint, code, exists: true });
  });

  it('look after the people of every agency that has officers, one of each, and two of the one whose own system can be tried', () => {
    const agencies = new Set(personas.flatMap(({ offices }) => offices.map(({ code }) => findOffice(code)?.agency.code)));
    expect(personas.flatMap(({ looksAfter }) => looksAfter).sort()).toEqual([...agencies, 'diw'].sort());
  });

  it('watch territories that exist', () => {
    for (const { territories } of personas) for (const code of territories) expect(code === '*' || findEstate(code) !== undefined || findZone(code) !== undefined).toBe(true);
  });

  it('hold the rights of the role under which they are listed, and of no other', () => {
    for (const { hint, role, offices, territories, companies, looksAfter } of personas) {
      expect({ hint, looksAfter: looksAfter.length > 0 }).toEqual({ hint, looksAfter: role === 'agency-admin' });
      const expected = { officer: offices.length > 0, monitor: territories.length > 0, isApplicant: role === 'applicant' || companies.length === 0 };
      expect({ hint, ...expected }).toEqual({ hint, officer: role === 'officer', monitor: role === 'monitor', isApplicant: true });
    }
  });

  it('have words in both languages', () => {
    for (const { name, about, parts } of personas) {
      expect([name.th, about.th, parts.th.title].every((text) => /[ก-๙]/.test(text))).toBe(true);
      expect([name.en, about.en, parts.en.title].every((text) => /^[^ก-๙]+$/.test(text))).toBe(true);
    }
  });

  it('are everyone whom the brief of the sandbox names', () => {
    const count = (role: string) => personas.filter((persona) => persona.role === role).length;
    expect([count('applicant'), count('monitor'), count('admin')]).toEqual([4, 2, 2]);
    const sanitation = personas.filter(({ offices }) => offices.some(({ code }) => code === 'bma-1039-sanitation'));
    expect(sanitation.map(({ offices }) => offices[0]?.permissions.includes('approve'))).toEqual([true, true, false, false]);
  });

  it('are found by what the provider is told', () => {
    for (const persona of personas) expect(findPersona(persona.hint)).toBe(persona);
    expect(findPersona('nobody')).toBeUndefined();
  });
});
