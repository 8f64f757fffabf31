import { parseThaiDate, toArabicDigits } from '@anuyat/dictionary';

/** What a typed day and time mean: an instant with Thailand's offset, or what is wrong with each of them. */
export interface AppointmentReading {
  /** The day, as soon as it can be read. */
  date?: string;
  /** ISO with `+07:00`; only when day and time can both be read. */
  plannedFor?: string;
  faults: ('date' | 'day' | 'year' | 'time')[];
}

const FAULTS = { 'not-a-date': 'date', 'no-such-day': 'day', 'year-unclear': 'year' } as const;

/** Reads a day of either era (`27/11/2569`, `27 Nov 2026`) and a time such as `9.30`, `09:30 น.` or `1330`. */
export function readAppointment(typedDate: string, typedTime: string): AppointmentReading {
  const reading = parseThaiDate(typedDate);
  const time = readTime(typedTime);
  const timeFaults = time ? [] : (['time'] as const);
  if ('problem' in reading) return { faults: [FAULTS[reading.problem], ...timeFaults] };
  if (!reading.isYearCertain) return { faults: ['year', ...timeFaults] };
  return { date: reading.date, ...(time ? { plannedFor: `${reading.date}T${time}:00+07:00` } : {}), faults: [...timeFaults] };
}

/** The ISO day by which an office means to be done, of either era; nothing typed is no day and no fault. */
export function expectedOn(typed: string): { day?: string; fault?: 'date' | 'day' | 'year' } {
  if (!typed.trim()) return {};
  const { date, faults } = readAppointment(typed, '00:00');
  return date ? { day: date } : { fault: (faults[0] ?? 'date') as 'date' | 'day' | 'year' };
}

function readTime(typed: string): string | undefined {
  const text = toArabicDigits(typed).replace(/\s|น\.?$/g, '');
  const parts = /^(\d{1,2})[:.](\d{2})$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text);
  const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2])];
  if (!parts || hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
