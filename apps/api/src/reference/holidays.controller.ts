import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { Refusal, type FieldProblem, type HolidayView } from '@anuyat/contract';
import { isIsoDate } from '@anuyat/dictionary';
import { Allow, Public } from '@anuyat/http';
import { GovernmentCalendar } from '@anuyat/registrar';
import { DataSource } from 'typeorm';
import { HolidaysDto } from './holidays.dto';
import { YearQueryDto } from './reference-queries.dto';

/** The government's calendar, which legal time limits run by. The Cabinet moves days at short notice: administrators put them here. */
@Controller('api/reference/holidays')
export class HolidaysController {
  constructor(
    private readonly source: DataSource,
    private readonly calendar: GovernmentCalendar,
  ) {}

  @Get()
  @Public()
  async get(@Query() { year }: YearQueryDto): Promise<HolidayView[]> {
    const rows: { date: string; title_th: string; title_en: string; source: string }[] = await this.source.query(
      `SELECT to_char(date, 'YYYY-MM-DD') AS date, title_th, title_en, source FROM holiday WHERE date >= make_date($1, 1, 1) AND date < make_date($1 + 1, 1, 1) ORDER BY date`,
      [year],
    );
    return rows.map(({ date, title_th, title_en, source }) => ({ date, title: { th: title_th, en: title_en }, source }));
  }

  /** Takes the place of all days of the year, or of none. Other processes see it within a minute. */
  @Put()
  @Allow('admin')
  async put(@Query() query: YearQueryDto, @Body() { days }: HolidaysDto): Promise<HolidayView[]> {
    const { year } = query;
    const fields = days.flatMap(({ date }, at) => dayProblems(date, at, year, days));
    if (fields.length > 0) throw new Refusal('answers-invalid', { fields });
    await this.source.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('anuyat holidays'))`);
      await tx.query(`DELETE FROM holiday WHERE date >= make_date($1, 1, 1) AND date < make_date($1 + 1, 1, 1)`, [year]);
      await tx.query(
        `INSERT INTO holiday (date, title_th, title_en, source)
         SELECT h.date, h.title_th, h.title_en, h.source FROM jsonb_to_recordset($1) AS h (date date, title_th text, title_en text, source text)`,
        [JSON.stringify(days.map(({ date, title, source }) => ({ date, title_th: title.th.trim(), title_en: title.en.trim(), source: source.trim() })))],
      );
    });
    await this.calendar.reload(this.source);
    return this.get(query);
  }
}

function dayProblems(date: string, at: number, year: number, days: readonly { date: string }[]): FieldProblem[] {
  const path = `days.${at}.date`;
  if (!isIsoDate(date)) return [{ path, code: 'no-such-day', message: { th: 'ไม่มีวันนี้ในปฏิทิน', en: 'There is no such day.' } }];
  if (!date.startsWith(`${year}-`)) return [{ path, code: 'other-year', message: { th: `วันนี้ไม่อยู่ใน พ.ศ. ${year + 543}`, en: `This day is not in ${year}.` } }];
  if (days.findIndex((other) => other.date === date) < at) return [{ path, code: 'twice', message: { th: 'วันนี้มีอยู่แล้วในรายการ', en: 'This day is in the list already.' } }];
  return [];
}
