import type { TaskView } from '@anuyat/contract';
import type { Act, Draft } from './drafts';

/** What a form begins with where somebody said it before: the proposal that is confirmed, or the intent that the refusal rests on. */
export function firstWords(act: Pick<Act, 'event' | 'needs'>, task: Pick<TaskView, 'proposal' | 'hearings'>): Partial<Draft> {
  const { proposal, hearings } = task;
  if (act.needs === 'reasons' && /\.(refused|refusalProposed)$/.test(act.event)) {
    const said = proposal?.event.endsWith('.refusalProposed') ? proposal.data : hearings.at(-1);
    const part = (name: 'facts' | 'law' | 'considerations'): string => (said && typeof said[name] === 'string' ? String(said[name]) : '');
    return said ? { facts: part('facts'), law: part('law'), considerations: part('considerations') } : {};
  }
  if (act.needs === 'conditions' && proposal?.event.endsWith('.approvalProposed')) {
    const { note, conditions } = proposal.data;
    return { ...(typeof note === 'string' ? { note } : {}), ...(Array.isArray(conditions) ? { conditions: conditions.join('\n') } : {}) };
  }
  return {};
}
