import fc from 'fast-check';
import type { LifeRules } from '../../definition/life-rules';
import { acceptedEvents, advance, open, type StoredState } from '../../engine/advance';
import { prove } from '../../prover/prove';
import { proveLife } from '../../prover/prove-life';
import { libraryCard } from '../../testing/library-card';
import { changeOf } from './change-of';
import { lifeOf } from './life-of';

const source = { from: 'the spec', isVerified: true, effectiveFrom: '2026-01-01' };
const withLife = (life: LifeRules, validity: Parameters<typeof libraryCard>[0] = {}) => lifeOf({ ...libraryCard(validity), life });
const byFee = { validity: { months: 12, renewal: 'by-fee' as const } };
const byFiling = { validity: { months: 12, renewal: 'full' as const } };
const late = { days: 30, surchargePercent: 20 };

const kinds = {
  'without an end': withLife({}, { validity: null }),
  'that cannot be renewed': withLife({}, { validity: { months: 12, renewal: 'none' } }),
  'renewed by fee': withLife({}, byFee),
  'renewed by fee, also late': withLife({ renewal: { opensDaysBefore: 60, late, source } }, byFee),
  'renewed by filing': withLife({}, byFiling),
  'renewed by filing, also late, and transferred': withLife({ renewal: { opensDaysBefore: 60, late, source }, transfer: { needs: 'confirmation', source } }, byFiling),
  'that holds on while its renewal is pending': withLife({ renewal: { opensDaysBefore: 60, continuesWhilePending: true, late, source }, transfer: { needs: 'agreement', source } }, byFiling),
  'with a yearly fee': withLife({ annual: { fees: [{ code: 'year', amount: '2 * 10', range: { min: 20, max: 20 }, source }], billedDaysBefore: 60, late: { percent: 5, per: 'month', source }, unpaid: { source }, source } }, {
    validity: null,
    texts: { th: { ...libraryCard().texts.th, 'fees.year': 'รายปี', 'annual.unpaid': 'สั่งหยุดได้' }, en: { ...libraryCard().texts.en, 'fees.year': 'Yearly', 'annual.unpaid': 'It may be stopped.' } },
  }),
};

/** Sends events one after the other; returns where it stands and the effects of the last. */
function lived(life: ReturnType<typeof lifeOf>, ...events: string[]) {
  let step = open(life, {});
  for (const event of events) step = advance(life, step.state, event, {});
  return { ...step, does: step.effects.map(({ type, params }) => ('notice' in params ? `tell ${String(params.notice)}` : 'name' in params ? `${type} ${String(params.name)}` : type)) };
}

describe.each(Object.entries(kinds))('the life of a licence %s', (_, life) => {
  it('keeps its promises', () => {
    expect(proveLife(life).promises.filter(({ isKept }) => !isKept)).toEqual([]);
  });

  it('lets nobody suspend or revoke without having told what is intended, but at once', () => {
    fc.assert(fc.property(fc.array(fc.nat(1_000), { maxLength: 25 }), (choices) => {
      let state: StoredState = open(life, {}).state;
      let intended = false;
      for (const choice of choices) {
        const events = acceptedEvents(life, state);
        const event = events[choice % events.length];
        if (event === undefined) break;
        if (event === 'register.suspended' || event === 'register.revoked') {
          expect(intended).toBe(true);
          intended = false;
        }
        if (event === 'register.intended') intended = true;
        if (event === 'register.dropped' || event === 'register.suspendedAtOnce') intended = false;
        state = advance(life, state, event, {}).state;
      }
    }));
  });
});

describe('a licence that is renewed by fee', () => {
  const life = kinds['renewed by fee, also late'];

  it('begins with its reminders, the opening of its renewal and its last day', () => {
    expect(lived(life)).toMatchObject({ status: 'valid', does: ['setClock term.remind90', 'setClock term.remind60', 'setClock term.remind30', 'setClock term.remind7', 'setClock term.window', 'setClock term.end'] });
  });

  it('bills its holder when the renewal opens, and is renewed by the payment alone', () => {
    expect(lived(life, 'renewal.opened')).toMatchObject({ status: 'expiring', does: ['requestPayment', 'tell renewal-due'] });
    expect(lived(life, 'renewal.opened', 'fee.paid')).toMatchObject({ status: 'expiring', does: ['renewLicence'] });
    const renewed = lived(life, 'renewal.opened', 'fee.paid', 'licence.renewed');
    expect(renewed.status).toBe('valid');
    expect(renewed.does).toContain('setClock term.end');
  });

  it('lapses unpaid, can be paid late, and then ends', () => {
    expect(lived(life, 'renewal.opened', 'term.ended')).toMatchObject({ status: 'expired', isEnded: false, does: ['cancelPayment', 'requestPayment', 'startClock term.late', 'tell lapsed'] });
    expect(lived(life, 'renewal.opened', 'term.ended', 'fee.paid', 'licence.renewed').status).toBe('valid');
    expect(lived(life, 'renewal.opened', 'term.ended', 'late.ended')).toMatchObject({ status: 'expired', isEnded: true });
  });

  it('costs a surcharge when it is late', () => {
    expect(life.fees.map(({ code }) => code)).toContain('late');
    expect(kinds['renewed by fee'].fees.map(({ code }) => code)).not.toContain('late');
  });
});

describe('a licence that is renewed by filing', () => {
  it('holds on while the renewal is pending, where the law says so, and not otherwise', () => {
    const events = ['renewal.opened', 'renewal.filed', 'term.ended'];
    expect(lived(kinds['that holds on while its renewal is pending'], ...events).status).toBe('expiring');
    expect(lived(kinds['renewed by filing, also late, and transferred'], ...events).status).toBe('expired');
    expect(lived(kinds['renewed by filing'], ...events)).toMatchObject({ status: 'expired', isEnded: true });
  });
});

describe('a licence with a yearly fee', () => {
  const life = kinds['with a yearly fee'];

  it('is told when it is billed, late and paid, and holds all the while, also when it is suspended', () => {
    expect(lived(life, 'annual.billed')).toMatchObject({ status: 'valid', does: ['tell annual-due'] });
    expect(lived(life, 'annual.billed', 'annual.overdue')).toMatchObject({ status: 'valid', does: ['tell annual-overdue'] });
    expect(lived(life, 'register.suspendedAtOnce', 'annual.paid')).toMatchObject({ status: 'suspended', does: ['tell annual-paid'] });
    expect(acceptedEvents(kinds['without an end'], lived(kinds['without an end']).state)).not.toContain('annual.billed');
  });
});

describe('a suspension', () => {
  const life = kinds['renewed by fee'];

  it('comes after a hearing, and ends by its clock or by the office', () => {
    expect(acceptedEvents(life, lived(life).state)).not.toContain('register.suspended');
    expect(lived(life, 'register.intended').status).toBe('valid');
    const suspended = lived(life, 'register.intended', 'register.heard', 'register.suspended');
    expect(suspended).toMatchObject({ status: 'suspended' });
    expect(suspended.does).toContain('setClock register.suspension');
    expect(lived(life, 'register.intended', 'register.hearingLapsed', 'register.suspended', 'register.suspensionEnded').status).toBe('valid');
    expect(lived(life, 'register.suspendedAtOnce', 'register.lifted').status).toBe('valid');
  });

  it('goes on while a revocation is heard, and is over when it is revoked', () => {
    expect(lived(life, 'register.suspendedAtOnce', 'register.intended').status).toBe('suspended');
    expect(lived(life, 'register.suspendedAtOnce', 'register.intended', 'register.heard', 'register.revoked')).toMatchObject({ status: 'revoked', isEnded: false });
  });

  it('that is annulled on appeal is over, and what ended before is not touched', () => {
    const annulled = lived(life, 'register.suspendedAtOnce', 'register.annulled');
    expect(annulled).toMatchObject({ status: 'valid' });
    expect(annulled.does).toEqual(expect.arrayContaining(['stopClock register.suspension', 'tell order-annulled']));
    expect(lived(life, 'register.suspendedAtOnce', 'register.suspensionEnded', 'register.annulled')).toMatchObject({ status: 'valid', does: ['tell order-annulled'] });
  });

  it('is no longer than the law lets it be', () => {
    const limited = withLife({ suspension: { mostDays: 15, source } }, byFee);
    expect(limited.events['register.suspended']?.data).toMatchObject({ properties: { days: { maximum: 15 } }, required: expect.arrayContaining(['days']) });
    expect(life.events['register.suspended']?.data?.required).not.toContain('days');
  });

  it('does not stop the licence from running out', () => {
    expect(lived(life, 'register.suspendedAtOnce', 'renewal.opened').status).toBe('suspended');
    expect(lived(life, 'register.suspendedAtOnce', 'renewal.opened', 'term.ended')).toMatchObject({ status: 'expired', isEnded: true });
  });
});

describe('a revocation', () => {
  it('that is annulled on appeal lets the licence live on: its clocks are set anew', () => {
    const life = kinds['renewed by fee'];
    const revoked = ['register.intended', 'register.hearingLapsed', 'register.revoked'];
    expect(acceptedEvents(life, lived(life, ...revoked).state)).toEqual(['register.annulled']);
    const annulled = lived(life, ...revoked, 'register.annulled');
    expect(annulled).toMatchObject({ status: 'valid' });
    expect(annulled.does).toEqual(expect.arrayContaining(['setClock term.end', 'setClock term.window', 'tell order-annulled']));
  });
});

describe('a change of what was granted', () => {
  const change = { fees: [{ code: libraryCard().fees[0]?.code ?? '', amount: 'if reader.age < 18 then 0 else 20', range: { min: 0, max: 20 }, source }], feeExamples: [{ facts: { reader: { age: 30 } }, total: 20 }] };
  const charged = changeOf({ ...libraryCard(), life: { change } });
  const facts = (age: number) => ({ reader: { name: 'Mali', age }, wish: { rareBooks: 0, purpose: 'pleasure' }, filing: { touches: ['desk'], date: '2026-11-23' } });
  const walked = (definition: typeof charged, age: number) => {
    let step = open(definition, facts(age));
    for (const event of ['desk.accepted', 'desk.approved']) step = advance(definition, step.state, event, facts(age));
    return { status: step.status, does: step.effects.map(({ type }) => type) };
  };

  it('is billed before it takes effect, where its law charges for it', () => {
    expect(walked(charged, 30)).toMatchObject({ status: 'awaiting-payment', does: expect.arrayContaining(['requestPayment']) });
    expect(walked(charged, 30).does).not.toContain('issueLicence');
  });

  it('never waits for a fee of nothing', () => {
    expect(walked(charged, 9)).toMatchObject({ status: 'issuing', does: expect.arrayContaining(['issueLicence']) });
    expect(walked(changeOf(libraryCard()), 30).status).toBe('issuing');
  });

  it('keeps every promise, and so does a change that costs nothing', () => {
    for (const definition of [charged, changeOf(libraryCard())]) expect(prove(definition).promises.filter(({ isKept }) => !isKept)).toEqual([]);
  });
});
