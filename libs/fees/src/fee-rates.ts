import { Refusal, type EnterRate, type FeeRatesView, type FieldProblem, type PersonActor } from '@anuyat/contract';
import { bangkokDate, isIsoDate } from '@anuyat/dictionary';
import { agencies, findOffice, payeeTitle } from '@anuyat/dictionary/reference';
import { textOf, type LicenceDefinition, type Text } from '@anuyat/licence-kit';
import { actorRecord, type DefinitionLibrary } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';

interface RateRow {
  id: string;
  licence: string;
  item: string;
  payee: string;
  value: number;
  effective_from: string;
  effective_to: string | null;
  source: string;
  is_verified: boolean;
  actor: { name?: Text };
  entered_at: Date;
}

const ENTERED = `
  SELECT id, licence, item, payee, value::float8 AS value, to_char(effective_from, 'YYYY-MM-DD') AS effective_from, to_char(effective_to, 'YYYY-MM-DD') AS effective_to,
         source, is_verified, actor, entered_at
    FROM fee_rate ORDER BY effective_from DESC, entered_at DESC`;

/** The rates that fees are worked out with: published with the definitions, and entered by offices. Nothing entered is changed or removed. */
export class RateKeeper {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
  ) {}

  /** Every licence that has rates, with all that was ever entered, newest first. */
  async read(): Promise<FeeRatesView[]> {
    const rows: RateRow[] = await this.source.query(ENTERED);
    return this.library.newestLicences().map(({ definition }) => definition).filter(({ rates }) => rates?.length).map((definition) => viewOf(definition, rows));
  }

  /**
   * Enters a rate. It holds for what is filed from its day on; bills that were written keep theirs.
   * @throws Refusal `answers-invalid` with the fields that are not right; a day that is today or over is refused.
   */
  async enter(actor: PersonActor, rate: EnterRate): Promise<void> {
    const fields = problemsOf(rate, this.library.findNewestLicence(rate.licence)?.definition, bangkokDate(new Date()));
    if (fields.length > 0) throw new Refusal('answers-invalid', { fields });
    await this.source.query(
      `INSERT INTO fee_rate (id, licence, item, payee, value, effective_from, effective_to, source, is_verified, actor) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [uuidv7(), rate.licence, rate.item, rate.payee, rate.value, rate.effectiveFrom, rate.effectiveTo ?? null, rate.source.trim(), rate.isVerified, JSON.stringify(actorRecord(actor))],
    );
    await this.library.rates.reload(this.source);
  }
}

function viewOf(definition: LicenceDefinition, rows: readonly RateRow[]): FeeRatesView {
  return {
    licence: definition.code,
    title: textOf(definition.texts, 'title'),
    rates: (definition.rates ?? []).filter(({ of }) => of === undefined).map(({ item, value, unit, source }) => ({
      item,
      unit: unit ?? 'baht',
      title: textOf(definition.texts, `rates.${item}`),
      published: { value, source },
      publishedFor: (definition.rates ?? []).flatMap((own) => (own.item === item && own.of !== undefined ? [{ payee: own.of, payeeTitle: payeeTitle(own.of), value: own.value, source: own.source }] : [])),
      entered: rows.filter((row) => row.licence === definition.code && row.item === item).map((row) => ({
        id: row.id,
        payee: row.payee,
        payeeTitle: payeeTitle(row.payee),
        value: row.value,
        effectiveFrom: row.effective_from,
        effectiveTo: row.effective_to,
        source: row.source,
        isVerified: row.is_verified,
        by: row.actor.name ?? { th: '', en: '' },
        enteredAt: row.entered_at.toISOString(),
      })),
    })),
  };
}

function problemsOf(rate: EnterRate, definition: LicenceDefinition | undefined, today: string): FieldProblem[] {
  const problem = (path: string, code: string, th: string, en: string): FieldProblem => ({ path, code, message: { th, en } });
  const isPayee = rate.payee === '*' || agencies.some(({ code }) => code === rate.payee) || findOffice(rate.payee) !== undefined;
  return [
    ...(definition?.rates?.some(({ item }) => item === rate.item) ? [] : [problem('item', 'no-such-rate', 'ไม่มีอัตรานี้ในใบอนุญาตนี้', 'This licence has no such rate.')]),
    ...(isPayee ? [] : [problem('payee', 'no-such-office', 'ไม่มีหน่วยงานหรือสำนักงานรหัสนี้', 'There is no agency or office of this code.')]),
    ...(Math.abs(rate.value * 10_000 - Math.round(rate.value * 10_000)) > 1e-6 ? [problem('value', 'too-fine', 'ใส่ทศนิยมได้ไม่เกินสี่ตำแหน่ง', 'At most four decimals.')] : []),
    ...(!isIsoDate(rate.effectiveFrom) ? [problem('effectiveFrom', 'no-such-day', 'ไม่มีวันนี้ในปฏิทิน', 'There is no such day.')] : []),
    ...(rate.effectiveFrom <= today ? [problem('effectiveFrom', 'not-ahead', 'ต้องเริ่มใช้ตั้งแต่พรุ่งนี้เป็นต้นไป เรื่องที่ยื่นแล้วคิดอัตราเดิม', 'It has to begin tomorrow or later: what was filed keeps its rate.')] : []),
    ...(rate.effectiveTo && (!isIsoDate(rate.effectiveTo) || rate.effectiveTo < rate.effectiveFrom) ? [problem('effectiveTo', 'before-it-begins', 'วันสิ้นสุดต้องไม่ก่อนวันเริ่มใช้', 'It cannot end before it begins.')] : []),
  ];
}
