import type { LicenceDefinition } from '../../definition/licence-definition';

/** In the view of one lane, what the other lanes may do at any time stands for all of them. */
export const OTHERS = '@others';

/** The others are done: what each of them can always bring about by itself, as its own view shows. */
export const OTHERS_FINISHED = '@others.finished';

/** The applicant answers another lane, so that every rule may fall anew. */
export const OTHERS_ANSWERED = '@others.answered';

/** Another lane ends the application; numbered by where it leads. */
export const OTHERS_END = '@others.ends';

/** Whether a step is one that nobody can rely on: another lane may take it, or bring a correction about, and need not. */
export function isLeftToOthers({ events }: Pick<LicenceDefinition, 'events'>, event: string | undefined): boolean {
  if (event !== undefined && events[event]?.followsCorrection) return true;
  return event === OTHERS_ANSWERED || event?.startsWith(`${OTHERS_END}.`) === true;
}
