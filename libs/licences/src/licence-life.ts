import type { AnnualFeeView, IntentView, LicenceEdition, LicenceLifeView, LicenceRule, OrderView, PersonActor, RenewalView } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import { monthsBefore, rulesOfLife, textOf, type Grounds, type LicenceDefinition, type StateConfig } from '@anuyat/licence-kit';
import { eventsFor, findYearlyRules, readDossiers, timelineOf, type Dossier, type Reading, type YearlyRules } from '@anuyat/registrar';
import { LicenceRegister, type LicenceRow } from './licences';

/** Who looks: a part in it lets act and read; a monitor reads without names and words. */
export interface LifeReader {
  actor: PersonActor;
  isImpersonal: boolean;
}

const EDITIONS = `
  SELECT edition, why, holder, to_char(valid_from, 'YYYY-MM-DD') AS "validFrom", to_char(valid_until, 'YYYY-MM-DD') AS "validUntil", at
    FROM licence_edition WHERE number = $1 ORDER BY edition DESC`;

const RENEWING_CASE = `
  SELECT c.id FROM case_file c WHERE c.of_licence = $1 AND c.filing_kind = 'renewal' AND c.account_id = $2
     AND (c.status = 'draft' OR EXISTS (SELECT FROM application a WHERE a.case_id = c.id AND a.life_of IS NULL AND a.status NOT IN ('issued', 'refused', 'returned', 'withdrawn')))
   ORDER BY c.id DESC LIMIT 1`;

const DAY_MS = 86_400_000;

/** The holder's answer and its clock; lives of the first versions call them by the second name. */
const ANSWERS = new Set(['register.heard', 'register.defended']);
const ANSWER_CLOCKS = new Set(['register.hearing', 'register.answer']);

/** A licence's whole life as its reader may see it; bills are the fees' and come from there. The caller has checked who may look. */
export async function readLicenceLife(reading: Reading, row: LicenceRow, { actor, isImpersonal }: LifeReader): Promise<LicenceLifeView> {
  const { source, library } = reading;
  const definition = library.getLicence(row.code, row.version);
  const rules = rulesOfLife(definition);
  const [dossier] = row.life_id === null ? [] : await readDossiers(source, { ids: [row.life_id] });
  const life = dossier && library.getLicence(dossier.application.code, dossier.application.version);
  const editions: (Omit<LicenceEdition, 'at'> & { at: Date })[] = await source.query(EDITIONS, [row.number]);
  const [renewing]: { id: string }[] = await source.query(RENEWING_CASE, [row.number, actor.accountId]);
  return {
    licence: new LicenceRegister(source, library).viewOf(row),
    place: { th: row.place_th, en: row.place_en },
    conditions: row.conditions,
    parts: dossier && life ? partsOf(dossier, life) : [],
    may: dossier && life && !isImpersonal ? eventsFor(actor, life, dossier.application) : [],
    revision: dossier?.application.revision ?? null,
    renewal: renewalOf(row, definition, dossier, renewing?.id ?? null),
    annual: dossier && !isImpersonal ? annualOf(row, findYearlyRules(library, dossier.application.code, dossier.application.version)) : null,
    intent: dossier && !isImpersonal ? intentOf(dossier) : null,
    order: dossier && !isImpersonal ? orderOf(dossier) : null,
    suspension: { ...ruleOf(rules.suspension), mostDays: rules.suspension.mostDays },
    hearing: { ...ruleOf(rules.hearing), answerDays: rules.hearing.answerDays },
    cancellation: { ...ruleOf(rules.cancellation), withinDays: rules.cancellation.withinDays },
    transfer: rules.transfer ? { ...ruleOf(rules.transfer), needs: rules.transfer.needs, acceptedBy: dossier && !isImpersonal ? acceptedBy(dossier) : null } : null,
    history: dossier ? timelineOf([dossier], library, { isImpersonal }) : [],
    editions: editions.map((edition) => ({ ...edition, ...(isImpersonal ? { holder: '' } : {}), at: edition.at.toISOString() })),
  };
}

function ruleOf({ citation, source }: Grounds): LicenceRule {
  return { citation: citation ?? null, source: source.from, isVerified: source.isVerified };
}

/** The innermost state of each of the sides of a life; of one that has ended, its end. */
function partsOf({ application, history }: Dossier, { machine, texts }: LicenceDefinition): LicenceLifeView['parts'] {
  const { value } = application.state;
  const since = history.at(-1)?.at.toISOString() ?? null;
  if (typeof value === 'string') return [{ title: textOf(texts, 'state.living'), state: value, label: textOf(texts, `state.${value}`), since }];
  const living = machine.states?.['living']?.states ?? {};
  return Object.entries(value['living'] as Record<string, unknown>).map(([part, inside]) => {
    const { key, config } = innermost(living[part], inside);
    return { title: textOf(texts, `state.${part}`), state: key, label: textOf(texts, config?.meta?.label ?? `state.${key}`), since: null };
  });
}

function innermost(config: StateConfig | undefined, value: unknown): { key: string; config: StateConfig | undefined } {
  if (typeof value === 'string') return { key: value, config: config?.states?.[value] };
  const [[key, below] = ['', '']] = Object.entries(value as Record<string, unknown>);
  const found = innermost(config?.states?.[key], below);
  return { key: `${key}.${found.key}`, config: found.config };
}

function renewalOf(row: LicenceRow, definition: LicenceDefinition, dossier: Dossier | undefined, caseId: string | null): RenewalView {
  const { renewal } = rulesOfLife(definition);
  const how = definition.validity?.renewal ?? 'none';
  const opens = row.valid_until === null || how === 'none' ? null : new Date(Date.parse(`${row.valid_until}T00:00:00Z`) - renewal.opensDaysBefore * DAY_MS).toISOString().slice(0, 10);
  const term = sideOf(dossier, 'term');
  return {
    ...ruleOf(renewal),
    how,
    opensOn: opens,
    isOpen: opens !== null && opens <= bangkokDate(new Date()) && (term === 'renewable' || term === 'lapsed'),
    caseId,
    bill: null,
    late: renewal.late ?? null,
  };
}

/** The yearly fee's rules, and the next anniversary; its bills are the fees' and come from there. */
function annualOf({ valid_from: from, valid_until: until }: LicenceRow, yearly: YearlyRules | undefined): AnnualFeeView | null {
  if (!yearly) return null;
  const { annual, definition: { texts } } = yearly;
  const { percent, per, citation, source } = annual.late;
  const today = bangkokDate(new Date());
  let years = 1;
  while (monthsBefore(from, -12 * years) <= today) years += 1;
  const next = monthsBefore(from, -12 * years);
  return {
    ...ruleOf(annual),
    billedDaysBefore: annual.billedDaysBefore,
    late: { percent, per, citation: citation ?? null, isVerified: source.isVerified },
    unpaid: { ...ruleOf(annual.unpaid), words: textOf(texts, 'annual.unpaid') },
    nextOn: until !== null && next > until ? null : next,
    bills: [],
  };
}

/** The state of one side of a life, if it is a simple one. */
function sideOf(dossier: Dossier | undefined, side: string): unknown {
  const value = dossier?.application.state.value;
  return typeof value === 'object' && typeof value['living'] === 'object' ? value['living'][side] : undefined;
}

function intentOf({ application, history, clocks }: Dossier): IntentView | null {
  if (!JSON.stringify(application.state.value).match(/"(hearing|deciding)"/)) return null;
  const at = history.findLastIndex(({ type }) => type === 'register.intended');
  const line = history[at];
  if (!line) return null;
  const answer = history.slice(at).find(({ type }) => ANSWERS.has(type));
  const clock = clocks.find(({ name, isStopped }) => ANSWER_CLOCKS.has(name) && !isStopped);
  return { ...reasonsOf(line.data), against: line.data['against'] === 'revocation' ? 'revocation' : 'suspension', answer: answer ? String(answer.data['words'] ?? answer.data['note'] ?? '') : null, answerBy: clock?.dueAt.toISOString() ?? null };
}

/** The order that the licence stands under, if any. */
function orderOf({ application, history, clocks }: Dossier): OrderView | null {
  const isSuspended = application.status === ('suspended' as string);
  const isRevoked = application.status === ('revoked' as string);
  const line = isSuspended || isRevoked ? history.findLast(({ type }) => (isRevoked ? type === 'register.revoked' : type === 'register.suspended' || type === 'register.suspendedAtOnce')) : undefined;
  if (!line) return null;
  const clock = clocks.find(({ name, isStopped }) => name === 'register.suspension' && !isStopped);
  return { ...reasonsOf(line.data), kind: isRevoked ? 'revoked' : 'suspended', at: line.at.toISOString(), until: clock?.dueAt.toISOString() ?? null, written: null };
}

function reasonsOf(data: Record<string, unknown>): { facts: string; law: string; considerations: string } {
  return { facts: String(data['facts'] ?? ''), law: String(data['law'] ?? ''), considerations: String(data['considerations'] ?? '') };
}

function acceptedBy(dossier: Dossier): string | null {
  if (sideOf(dossier, 'handover') !== 'confirming') return null;
  const line = dossier.history.findLast(({ type }) => type === 'handover.accepted');
  return line ? String(line.data['holder'] ?? '') : null;
}
