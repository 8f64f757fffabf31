import type { DataSource } from 'typeorm';
import type { EffectFailed } from './effect-failed';

/** A fault that says of itself, in both languages, what has to be mended. */
interface SpeakingFault {
  code: string;
  text: { th: string; en: string };
  /** What it names: a licence type, an item of its fees, the rule. */
  licence?: string;
  item?: string;
  rule?: string;
  why?: { th: string; en: string };
}

/** Only while the effect is still to be done. */
const NOTE = `
  INSERT INTO stuck_work (outbox_id, application_id, case_id, effect, code, fault)
  SELECT id, application_id, case_id, effect, $2, $3 FROM outbox WHERE id = $1
  ON CONFLICT (outbox_id) DO UPDATE SET times = stuck_work.times + 1, last_at = clock_timestamp(), code = excluded.code, fault = excluded.fault`;

/**
 * Keeps that an effect failed: what it was, since when and how often, without what was thrown, for that may hold what somebody wrote. Called
 * after a failure only; a database that does not take it is told of by the failure itself.
 */
export async function noteFailure(source: DataSource, { row, cause }: EffectFailed): Promise<void> {
  const fault = faultIn(cause);
  await source.query(NOTE, [row.id, fault?.code ?? nameOf(cause), fault ? JSON.stringify(fault) : null]).catch(() => undefined);
}

function faultIn(cause: unknown): SpeakingFault | undefined {
  if (!(cause instanceof Error)) return undefined;
  const { code, text, licence, item, rule, why } = cause as Error & Partial<SpeakingFault>;
  if (code === undefined || typeof text?.th !== 'string' || typeof text.en !== 'string') return faultIn(cause.cause);
  return { code, text, ...(licence ? { licence } : {}), ...(item ? { item } : {}), ...(rule ? { rule } : {}), ...(why ? { why } : {}) };
}

/** The kind of what was thrown, never its words. */
function nameOf(cause: unknown): string {
  const { code, name } = (cause ?? {}) as { code?: unknown; name?: unknown };
  return typeof code === 'string' && /^[\w-]{1,40}$/.test(code) ? code : typeof name === 'string' && /^\w{1,60}$/.test(name) ? name : 'unknown';
}
