import type { LifeRules } from '@anuyat/licence-kit';
import { unconfirmed } from '../shared/sources';

/** Five years; renewed by an application; the registrar suspends and revokes. */
export const life: LifeRules = {
  remindsDaysBefore: [180, 90, 60, 30, 7],
  renewal: { opensDaysBefore: 90, continuesWhilePending: true, source: unconfirmed('Five years and that a filed renewal carries it on are from memory', '2026-01-01') },
};
