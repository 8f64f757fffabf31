import { createTestDatabase, type TestDatabase } from '@anuyat/database/testing';
import type { GovernmentCalendar } from '../government-calendar';
import { startRegistrar, type RunningRegistrar } from '../start-registrar';
import { publishLibraryCard } from './library';

/** A registrar on a database of its own, with the toy licence published. Nobody carries effects unless told to: see `carryOut`. */
export interface TestRegistrar extends RunningRegistrar {
  database: TestDatabase;
}

/** A New Year's Day in each of the years that a clock set today can count into, so that no calendar has a gap. */
async function fillCalendar({ source, calendar }: RunningRegistrar): Promise<void> {
  await source.query(
    `INSERT INTO holiday (date, title_th, title_en, source)
     SELECT make_date(y, 1, 1), 'วันขึ้นปีใหม่', 'New Year''s Day', 'spec' FROM generate_series(extract(year FROM now())::int - 1, extract(year FROM now())::int + 1) AS y`,
  );
  await calendar.reload(source);
}

/** From the closing of offices to the end of the day. */
const EVENING_MS = 7.5 * 3_600_000 - 1;

/** Offices close at the end of the day here: what is due when they close is not over because a test runs in the evening. */
function closeLate(calendar: GovernmentCalendar): void {
  const dueAt = calendar.dueAt.bind(calendar);
  calendar.dueAt = (from, days, unit) => new Date(dueAt(from, days, unit).getTime() + (unit === 'unrolled' ? EVENING_MS : 0));
}

export async function startTestRegistrar(name: string): Promise<TestRegistrar> {
  const database = await createTestDatabase();
  const running = await startRegistrar({ configuration: { DATABASE_URL: database.appUrl }, name, onError: () => undefined });
  await running.courier.stop();
  await publishLibraryCard(running);
  await fillCalendar(running);
  closeLate(running.calendar);
  return {
    ...running,
    database,
    close: async () => {
      await running.close();
      await database.dispose();
    },
  };
}
