import type { TimelineEntry } from '@anuyat/contract';
import { actOf, findText, standingRule, textOf, type LicenceDefinition, type Text } from '@anuyat/licence-kit';
import type { DefinitionLibrary } from '../definition-library';
import { delayReasonIn } from './delay-reason';
import type { Dossier, HistoryLine } from './dossier';
import { deemedApproved } from './deemed-approved';
import { movedWords } from './moved-words';
import { VERSION_MOVED } from '../replay/stored-application';

/**
 * What happened to some applications, newest first. Officers' names are shown with their verdicts; the portal's parts by what they do.
 * @param isImpersonal for readers who have no part in the applications: without the applicant's name and without what anybody wrote.
 */
export function timelineOf(dossiers: readonly Dossier[], library: DefinitionLibrary, { isImpersonal = false } = {}): TimelineEntry[] {
  return dossiers
    .flatMap(({ application, history }) => {
      const definition = library.getLicence(application.code, application.version);
      return history.map((line) => ({ line, definition, history }));
    })
    .sort(({ line: a }, { line: b }) => b.at.getTime() - a.at.getTime() || b.applicationId.localeCompare(a.applicationId) || b.revision - a.revision)
    .map(({ line, definition, history }) => (isImpersonal ? impersonal(entryOf(line, definition, history), line, definition) : entryOf(line, definition, history)));
}

function entryOf(line: HistoryLine, definition: LicenceDefinition, history: readonly HistoryLine[]): TimelineEntry {
  const lane = line.type.includes('.') ? line.type.slice(0, line.type.indexOf('.')) : null;
  const note = isForOffice(line, definition) ? undefined : actOf(line.type) === 'delayNoticed' && lane ? delayReasonIn(history, lane, line.revision) : noteOf(line.data);
  return {
    id: `${line.applicationId}:${line.revision}`,
    at: line.at.toISOString(),
    applicationId: line.applicationId,
    licence: textOf(definition.texts, 'title'),
    lane: lane === null ? null : findText(definition.texts, `lanes.${lane}`) ?? null,
    what: whatOf(line, definition, note),
    by: byOf(line),
    ...(note ? { note } : {}),
  };
}

function impersonal({ note: _, ...entry }: TimelineEntry, { type }: HistoryLine, { events }: LicenceDefinition): TimelineEntry {
  const rule = Object.hasOwn(events, type) ? events[type] : standingRule(type);
  return rule?.by === 'officer' || rule?.by === 'portal' || type === VERSION_MOVED ? entry : { ...entry, by: applicant };
}

/** What happened, in words; of moved due dates which, from when to when and why, of a delay notice whether it had a reason. */
function whatOf(line: HistoryLine, definition: LicenceDefinition, note: string | undefined): Text {
  const word = textOf(definition.texts, `event.${actOf(line.type)}`);
  if (line.type === 'clocks.shifted') return movedWords(word, line.data, definition);
  if (actOf(line.type) === 'deemedApproved') return deemedApproved(definition);
  if (actOf(line.type) === 'delayNoticed' && !note) return { th: `${word.th} (หน่วยงานไม่ได้ให้เหตุผล)`, en: `${word.en} (the office gave no reason)` };
  return word;
}

/** Whether what a line holds is its office's own: what it found is told by the notice, and not before; why an officer stepped aside is not told at all. */
export function isForOffice({ type }: Pick<HistoryLine, 'type'>, { events }: LicenceDefinition): boolean {
  if (actOf(type) === 'conflictDeclared') return true;
  const at = type.lastIndexOf('.');
  return ['asked', 'demanded'].includes(actOf(type)) && Object.hasOwn(events, `${type.slice(0, at)}.told`);
}

function byOf({ actor }: HistoryLine): Text {
  const { name, onBehalfOf: company, inPlaceOf: absent, through: system } = actor;
  if (name && system) return { th: `${name.th}${system.position ? ` (${system.position})` : ''} ผ่านระบบของหน่วยงาน “${system.name.th}”`, en: `${name.en}${system.position ? ` (${system.position})` : ''}, by the agency’s system “${system.name.en}”` };
  if (name && absent) return { th: `${name.th} ปฏิบัติหน้าที่แทน ${absent.name.th}`, en: `${name.en}, standing in for ${absent.name.en}` };
  if (!name || !company) return name ?? portal;
  return { th: `${name.th} ในนาม ${company.name.th}`, en: `${name.en} on behalf of ${company.name.en}` };
}

function noteOf(data: Record<string, unknown>): string | undefined {
  const parts = ['note', 'facts', 'law', 'considerations', 'findings', 'reason', 'words', 'grounds'].map((key) => data[key]).filter((part): part is string => typeof part === 'string' && part.trim() !== '');
  return parts.length > 0 ? parts.join('\n') : undefined;
}

const applicant: Text = { th: 'ผู้ยื่นคำขอ', en: 'The applicant' };
const portal: Text = { th: 'ระบบอนุญาต', en: 'Anuyat' };
