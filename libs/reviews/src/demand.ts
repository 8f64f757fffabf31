import type { ApplicationView, TaskView } from '@anuyat/contract';
import { findDemandGround, textOf, type LicenceDefinition } from '@anuyat/licence-kit';
import { fieldTitle, type Dossier } from '@anuyat/registrar';

const WAITING = ['demanding', 'demandingLate'];

/** The second demand that waits for a supervisor's word; nothing where none does. */
export function demandOf(dossiers: readonly Dossier[], lane: string, application: ApplicationView, definition: LicenceDefinition): Pick<TaskView, 'demand'> {
  if (!application.lanes.some(({ id, state }) => id === lane && WAITING.includes(state))) return {};
  const line = dossiers.flatMap(({ history }) => history).findLast(({ type }) => type === `${lane}.demanded`);
  if (!line) return {};
  const items = (line.data['items'] ?? []) as { kind: 'fact' | 'document'; target: string; message: string }[];
  return {
    demand: {
      ground: findDemandGround(line.data['ground']) ?? null,
      reason: String(line.data['reason'] ?? ''),
      by: line.actor.name ?? { th: '', en: '' },
      items: items.map((item) => ({
        ...item,
        title: item.kind === 'document' ? textOf(definition.texts, `documents.${item.target}`) : fieldTitle(definition.form, definition.texts, item.target),
      })),
    },
  };
}
