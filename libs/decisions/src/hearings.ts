import type { HearingView } from '@anuyat/contract';
import { getOffice } from '@anuyat/dictionary/reference';
import { lanesOf, textOf } from '@anuyat/licence-kit';
import type { DefinitionLibrary, Dossier } from '@anuyat/registrar';

/** Every intent to refuse in some applications, with the applicant's answer; oldest first. Only the newest of a lane can be open: a new intent takes the place of one before. */
export function hearingsOf(dossiers: readonly Dossier[], library: DefinitionLibrary): HearingView[] {
  return dossiers.flatMap(({ application, history, clocks }) => {
    const { texts } = library.getLicence(application.code, application.version);
    return history
      .filter(({ type }) => type.endsWith('.refusalIntended'))
      .map((line) => {
        const lane = line.type.slice(0, line.type.lastIndexOf('.'));
        const next = history.find(({ type, revision }) => type === line.type && revision > line.revision);
        const answer = history.find(({ type, revision }) => type === `${lane}.heard` && revision > line.revision && revision < (next?.revision ?? Infinity));
        const said = (key: string): string => String(line.data[key] ?? '');
        return {
          id: `${application.id}:${line.revision}`,
          applicationId: application.id,
          lane,
          licence: textOf(texts, 'title'),
          office: getOffice(application.offices[lane]?.office ?? '').title,
          intendedAt: line.at.toISOString(),
          dueAt: next ? null : clocks.find(({ name }) => name === `${lane}.hearing`)?.dueAt.toISOString() ?? null,
          facts: said('facts'),
          law: said('law'),
          considerations: said('considerations'),
          answeredAt: answer?.at.toISOString() ?? null,
          words: answer ? String(answer.data['words'] ?? '') : null,
          isOpen: !next && lanesOf(application.state.value)[lane] === 'hearing',
        };
      });
  });
}
