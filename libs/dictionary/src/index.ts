export type { Topic } from './facts/topic';
export { topics, findFact, getFact, factPaths } from './facts/topics';
export { resolveRefs } from './facts/resolve-refs';
export type { Format, FormatName } from './facts/formats';
export { formats } from './facts/formats';
export { cleanTyped } from './facts/clean-typed';
export { normalizeThai, toArabicDigits, toThaiDigits } from './rules/thai-text';
export type { JuristicIdParts, JuristicKind } from './rules/id-number';
export {
  cleanIdNumber, isThaiIdNumber, isPersonalId, isJuristicId, explainJuristicId, formatIdNumber, maskIdNumber,
} from './rules/id-number';
export type { Province } from './rules/provinces';
export { provinces, findProvince } from './rules/provinces';
export type { DateReading, DateProblemCode } from './rules/thai-date';
export { parseThaiDate, formatDate, formatShortDate, buddhistYearOf, isIsoDate } from './rules/thai-date';
export { bangkokDate, formatInstant } from './rules/bangkok-time';
export type { Holidays } from './rules/working-days';
export { isWorkingDay, addWorkingDays, addCalendarDays, workingDaysBetween, addDays } from './rules/working-days';
export { csvCell, csvOf } from './rules/csv';
export { formatMoney, bahtInWords } from './rules/money';
export { cleanPhone, isThaiPhone, formatPhone, maskPhone, isEmail } from './rules/contact';
