import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { Refusal, type CalendarGap, type FieldProblem, type HolidayView, type PersonActor } from '@anuyat/contract';
import { DelayList } from '@anuyat/clocks';
import { isIsoDate } from '@anuyat/dictionary';
import { Allow, CurrentActor, Public, ReadsBeyond } from '@anuyat/http';
import { actorRecord, GovernmentCalendar } from '@anuyat/registrar';
import { DataSource, type EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { HolidaysDto } from './holidays.dto';
import { YearQueryDto } from './reference-queries.dto';

/** The government's calendar, which legal time limits run by. The Cabinet moves days at short notice: administrators put them here. */
@Controller('api/reference/holidays')
export class HolidaysController {
  constructor(
    private readonly source: DataSource,
    private readonly calendar: GovernmentCalendar,
    private readonly delays: DelayList,
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

  /** Years without any holiday that running clocks count into. */
  @Get('gaps')
  @ReadsBeyond('the calendar is nobody’s')
  @Allow('admin')
  gaps(): Promise<CalendarGap[]> {
    return this.delays.gaps();
  }

  /** Takes the place of all days of the year, or of none. Other processes see it within a minute; running clocks are moved by the worker, each with a line in its history. */
  @Put()
  @Allow('admin')
  async put(@Query() query: YearQueryDto, @Body() { days }: HolidaysDto, @CurrentActor() actor: PersonActor): Promise<HolidayView[]> {
    const { year } = query;
    const fields = days.flatMap(({ date }, at) => dayProblems(date, at, year, days));
    if (fields.length > 0) throw new Refusal('answers-invalid', { fields });
    await this.source.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('anuyat holidays'))`);
      const before = await daysOf(tx, year);
      await tx.query(`DELETE FROM holiday WHERE date >= make_date($1, 1, 1) AND date < make_date($1 + 1, 1, 1)`, [year]);
      await tx.query(
        `INSERT INTO holiday (date, title_th, title_en, source)
         SELECT h.date, h.title_th, h.title_en, h.source FROM jsonb_to_recordset($1) AS h (date date, title_th text, title_en text, source text)`,
        [JSON.stringify(days.map(({ date, title, source }) => ({ date, title_th: title.th.trim(), title_en: title.en.trim(), source: source.trim() })))],
      );
      await enterChange(tx, year, actor, before, await daysOf(tx, year));
    });
    await this.calendar.reload(this.source);
    return this.get(query);
  }
}

interface CalendarDay {
  date: string;
  title: { th: string; en: string };
}

function daysOf(tx: EntityManager, year: number): Promise<CalendarDay[]> {
  return tx.query(
    `SELECT to_char(date, 'YYYY-MM-DD') AS date, jsonb_build_object('th', title_th, 'en', title_en) AS title FROM holiday WHERE date >= make_date($1, 1, 1) AND date < make_date($1 + 1, 1, 1) ORDER BY date`,
    [year],
  );
}

/** Which days came and went, for the clocks that run; new names and sources move nothing. */
async function enterChange(tx: EntityManager, year: number, actor: PersonActor, before: CalendarDay[], after: CalendarDay[]): Promise<void> {
  const added = after.filter(({ date }) => !before.some((day) => day.date === date));
  const removed = before.filter(({ date }) => !after.some((day) => day.date === date));
  if (added.length + removed.length === 0) return;
  await tx.query(`INSERT INTO holiday_change (id, year, added, removed, actor) VALUES ($1, $2, $3, $4, $5)`, [
    uuidv7(), year, JSON.stringify(added), JSON.stringify(removed), JSON.stringify(actorRecord(actor)),
  ]);
}

function dayProblems(date: string, at: number, year: number, days: readonly { date: string }[]): FieldProblem[] {
  const path = `days.${at}.date`;
  if (!isIsoDate(date)) return [{ path, code: 'no-such-day', message: { th: 'ไม่มีวันนี้ในปฏิทิน', en: 'There is no such day.' } }];
  if (!date.startsWith(`${year}-`)) return [{ path, code: 'other-year', message: { th: `วันนี้ไม่อยู่ใน พ.ศ. ${year + 543}`, en: `This day is not in ${year}.` } }];
  if (days.findIndex((other) => other.date === date) < at) return [{ path, code: 'twice', message: { th: 'วันนี้มีอยู่แล้วในรายการ', en: 'This day is in the list already.' } }];
  return [];
}
