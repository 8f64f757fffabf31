import { acceptedEvents, actOf, type LicenceDefinition } from '@anuyat/licence-kit';
import type { Dossier, HistoryLine } from '@anuyat/registrar';

/** What closed the way to an event of the applicant's. */
export interface Lateness {
  /** The event that was too late. */
  type: string;
  lane: string | null;
  /** The line of the history after which it was no longer taken. */
  ended: HistoryLine;
}

/**
 * Whether an event of the applicant's comes too late: it was taken once, and something else than the event itself ended that. Undefined
 * while it is taken, where it never was, and where it was sent and taken before.
 */
export function latenessOf({ application, history }: Pick<Dossier, 'application' | 'history'>, definition: LicenceDefinition, type: string): Lateness | undefined {
  if (definition.events[type]?.by !== 'applicant' || acceptedEvents(definition, application.state).includes(type)) return undefined;
  for (let at = history.length - 1; at > 0; at--) {
    const [before, ended] = [history[at - 1], history[at]];
    if (!before || !ended || ended.type === 'version.moved') return undefined;
    if (acceptedEvents(definition, before.state).includes(type)) return ended.type === type ? undefined : { type, lane: definition.events[type].lane ?? null, ended };
  }
  return undefined;
}

/** Of a whole case: the answer to a notice whose time ended last. */
export function lateAnswerOf(dossiers: readonly Dossier[], definitionOf: (dossier: Dossier) => LicenceDefinition): { dossier: Dossier; late: Lateness } | undefined {
  return dossiers
    .flatMap((dossier) => {
      const definition = definitionOf(dossier);
      const types = Object.keys(definition.events).filter((type) => actOf(type) === 'answered');
      return types.flatMap((type) => {
        const late = latenessOf(dossier, definition, type);
        return late ? [{ dossier, late }] : [];
      });
    })
    .sort((a, b) => b.late.ended.at.getTime() - a.late.ended.at.getTime())[0];
}
