import type { QuestionItem, QuestionView } from '@anuyat/contract';
import { getOffice } from '@anuyat/dictionary/reference';
import { awaitsAnswer, lanesOf, textOf, type LicenceDefinition } from '@anuyat/licence-kit';
import { askedBy } from '../answering';
import type { DefinitionLibrary } from '../definition-library';
import type { Dossier, HistoryLine } from './dossier';
import { fieldTitle } from './titled-form';

/** A question with whether it still waits for its answer. */
export interface AskedQuestion extends QuestionView {
  isOpen: boolean;
}

/** What the lanes of some applications asked, oldest first in each, read off their histories. */
export function questionsOf(dossiers: readonly Dossier[], library: DefinitionLibrary): AskedQuestion[] {
  return dossiers.flatMap((dossier) => {
    const definition = library.getLicence(dossier.application.code, dossier.application.version);
    return dossier.history.filter(({ type }) => askedBy(definition, laneOf({ type })).includes(type)).map((line) => questionOf(line, dossier, definition));
  });
}

function questionOf(line: HistoryLine, { application, history, clocks }: Dossier, definition: LicenceDefinition): AskedQuestion {
  const lane = laneOf(line);
  const answered = history.find(({ type, revision }) => type === `${lane}.answered` && revision > line.revision);
  const newest = history.at(-1);
  return {
    id: `${application.id}:${line.revision}`,
    applicationId: application.id,
    lane,
    licence: textOf(definition.texts, 'title'),
    office: getOffice(application.offices[lane]?.office ?? '').title,
    askedAt: line.at.toISOString(),
    dueAt: answered ? null : clocks.find(({ name }) => name === `${lane}.answer`)?.dueAt.toISOString() ?? null,
    answeredAt: answered?.at.toISOString() ?? null,
    noticeId: typeof line.data['noticeId'] === 'string' ? line.data['noticeId'] : null,
    note: typeof line.data['note'] === 'string' ? line.data['note'] : '',
    items: ((line.data['items'] ?? []) as Omit<QuestionItem, 'title'>[]).map((item) => ({ ...item, title: itemTitle(item, definition) })),
    isOpen: !answered && newest !== undefined && awaitsAnswer(lanesOf(newest.state.value)[lane]),
  };
}

function itemTitle({ kind, target }: Omit<QuestionItem, 'title'>, definition: LicenceDefinition): QuestionItem['title'] {
  return kind === 'document' ? textOf(definition.texts, `documents.${target}`) : fieldTitle(definition.form, definition.texts, target);
}

function laneOf({ type }: Pick<HistoryLine, 'type'>): string {
  return type.slice(0, type.lastIndexOf('.'));
}
