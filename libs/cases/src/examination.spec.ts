import type { DocumentView, PersonActor } from '@anuyat/contract';
import { topics } from '@anuyat/dictionary';
import { composeForm, type CaseAnswers, type LicenceDefinition } from '@anuyat/licence-kit';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { examine } from './examination';
import { sealOf } from './sealing';

const plain = libraryCard();
const premises = topics.find(({ id }) => id === 'premises')?.schema.properties;
const applicant = topics.find(({ id }) => id === 'applicant')?.schema.properties;

/** The toy licence with what routing and filing need of a real one. */
const card: LicenceDefinition = libraryCard({
  form: {
    ...plain.form,
    required: [...(plain.form.required ?? []), 'premises', 'applicant'],
    properties: {
      ...plain.form.properties,
      applicant: { type: 'object', required: ['kind', 'juristicId'], properties: { kind: applicant?.['kind'] ?? {}, juristicId: applicant?.['juristicId'] ?? {} } },
      premises: { type: 'object', required: ['address'], properties: { address: premises?.['address'] ?? {} } },
    },
  },
});
const form = composeForm([card], { topics });
const watthana = { houseNo: '1', subdistrict: '103901', district: '1039', province: '10', postcode: '10110' };
const ready: CaseAnswers = {
  reader: { name: 'สมหญิง', age: 30 },
  wish: { rareBooks: 3, purpose: 'pleasure' },
  applicant: { kind: 'person' },
  premises: { address: watthana },
};
const actor: PersonActor = {
  kind: 'person', accountId: 'a', name: { th: 'สมหญิง', en: 'Somying' }, roles: ['applicant'], offices: [], territories: [],
  companies: [{ juristicId: '0105999999994', name: { th: 'บริษัท ตัวอย่างกรุงเทพ จำกัด', en: 'Example Bangkok Co., Ltd.' } }],
};
const letter = { id: 'd', code: 'letter', sha256: 'a'.repeat(64) } as DocumentView;
const examineCard = (answers: CaseAnswers, files: DocumentView[] = [letter]) => examine({ actor, answers, form, definitions: [card], files, filedOn: '2026-11-23', rates: { on: () => ({}) } });
const statesOf = (answers: CaseAnswers) => Object.fromEntries(examineCard(answers).check.topics.map(({ id, state }) => [id, state]));

describe('the examination of a case', () => {
  it('finds nothing where all is right, and knows the offices and the fee', () => {
    const { check, problems } = examineCard(ready);
    expect([check.isReady, problems]).toEqual([true, []]);
    expect(check.licences).toMatchObject([{
      code: 'library-card', feeTotal: 2_750, isFeeKnown: true, fee: [{ code: 'card', amount: 2_000 }, { code: 'rare', amount: 750 }],
      offices: [{ lane: 'desk', office: { code: 'bma-1039-registry' } }, { lane: 'vault', office: { code: 'bma-1039-building' } }],
    }]);
    expect(check.feeTotal).toBe(2_750);
  });

  it('tells topics apart that are done, begun and empty', () => {
    expect(statesOf({ reader: { name: 'สมหญิง' }, wish: {}, applicant: { kind: 'person' } })).toEqual({ applicant: 'done', premises: 'empty', reader: 'started', wish: 'empty' });
    expect(statesOf(ready)).toEqual({ applicant: 'done', premises: 'done', reader: 'done', wish: 'done' });
  });

  it('asks for papers only where they are needed, and leaves out offices that do not look at it', () => {
    expect(examineCard(ready, []).problems).toMatchObject([{ path: 'documents.letter', code: 'missing', message: { en: 'Add “Letter from a teacher”.' } }]);
    const { check, problems } = examineCard({ ...ready, wish: { rareBooks: 0, purpose: 'pleasure' } }, []);
    expect([check.isReady, problems]).toEqual([true, []]);
    expect(check.documents).toMatchObject([{ code: 'letter', isNeeded: false, isRequired: false }]);
    expect(check.licences[0]?.offices.map(({ lane }) => lane)).toEqual(['desk']);
  });

  it('does not guess a fee from an answer that is missing or wrong', () => {
    for (const age of [undefined, 3, 'thirty']) expect(examineCard({ ...ready, reader: { name: 'สมหญิง', age } }).check.licences).toMatchObject([{ isFeeKnown: false, fee: [], feeTotal: 0 }]);
  });

  it('knows no office and is not ready without a place that exists', () => {
    for (const address of [undefined, { ...watthana, subdistrict: '999999' }, { ...watthana, subdistrict: 103901 }, 'Watthana']) {
      const { check, problems } = examineCard({ ...ready, premises: { address } });
      expect([check.isReady, check.licences[0]?.offices]).toEqual([false, []]);
      expect(problems.some(({ path }) => path.startsWith('premises.address'))).toBe(true);
    }
    expect(examineCard({ ...ready, premises: { address: { ...watthana, province: '20' } } }).problems).toMatchObject([{ path: 'premises.address.province', code: 'place-mismatch' }]);
  });

  it('lets only those act for a company who hold its mandate', () => {
    const acting = (juristicId: string) => examineCard({ ...ready, applicant: { kind: 'juristic', juristicId } }).problems;
    expect(acting('0105999999994')).toEqual([]);
    expect(acting('0205568000016')).toMatchObject([{ path: 'applicant.juristicId', code: 'no-mandate' }]);
    expect(examineCard({ ...ready, applicant: { kind: 'person', juristicId: '0205568000016' } }).problems).toEqual([]);
  });

  it('files what was asked, and nothing else', () => {
    const { asked } = examineCard({ ...ready, wish: { rareBooks: 3, purpose: 'pleasure', thesis: 'ไม่ได้ถาม' }, secret: { note: 'x' } });
    expect(asked['wish']).toEqual({ rareBooks: 3, purpose: 'pleasure' });
    expect(asked).not.toHaveProperty('secret');
  });
});

describe('the seal', () => {
  const sealed = { answers: ready, answersRevision: 4, files: [letter] };
  const seal = sealOf(sealed, card) as { answers: string; documents: unknown[]; reads: Record<string, { answers: string; documents: string }> };

  it('is the same for the same answers, whatever their order', () => {
    expect(sealOf({ ...sealed, answers: Object.fromEntries(Object.entries(ready).reverse()) }, card)).toEqual(seal);
  });

  it('changes with every answer and paper, and for a lane only with what that lane reads', () => {
    const other = sealOf({ ...sealed, answers: { ...ready, wish: { rareBooks: 4, purpose: 'pleasure' } } }, card) as typeof seal;
    expect(other.answers).not.toBe(seal.answers);
    expect(other.reads['desk']).toEqual(seal.reads['desk']);
    expect(other.reads['vault']?.answers).not.toBe(seal.reads['vault']?.answers);
    const bare = sealOf({ ...sealed, files: [] }, card) as typeof seal;
    expect(bare.reads['vault']?.documents).not.toBe(seal.reads['vault']?.documents);
    expect(bare.reads['desk']).toEqual(seal.reads['desk']);
  });
});
