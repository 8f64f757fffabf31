import type { ApplicationView, PersonActor, TaskView } from '@anuyat/contract';
import { findDemandGround, textOf, type LicenceDefinition } from '@anuyat/licence-kit';
import { fieldTitle, readSupervisors, type Dossier } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';

const WAITING = ['demanding', 'demandingLate'];

/** The second demand that waits for a supervisor's word, with those who may give it now; nothing where none does. */
export async function demandOf(source: DataSource, dossiers: readonly Dossier[], lane: string, application: ApplicationView, definition: LicenceDefinition): Promise<Pick<TaskView, 'demand'>> {
  if (!application.lanes.some(({ id, state }) => id === lane && WAITING.includes(state))) return {};
  const line = dossiers.flatMap(({ history }) => history).findLast(({ type }) => type === `${lane}.demanded`);
  const dossier = dossiers.find(({ application: { id } }) => id === application.id)?.application;
  if (!line || !dossier) return {};
  const without = [dossier.accountId, ...(dossier.hands?.[lane]?.barred ?? []), ...(line.actor.accountId ? [line.actor.accountId] : [])];
  const supervisors = await readSupervisors(source, dossier.offices[lane]?.office ?? '', without);
  const items = (line.data['items'] ?? []) as { kind: 'fact' | 'document'; target: string; message: string }[];
  return {
    demand: {
      ground: findDemandGround(line.data['ground']) ?? null,
      reason: String(line.data['reason'] ?? ''),
      by: line.actor.name ?? { th: '', en: '' },
      supervisors: supervisors.map(({ name }) => name),
      items: items.map((item) => ({
        ...item,
        title: item.kind === 'document' ? textOf(definition.texts, `documents.${item.target}`) : fieldTitle(definition.form, definition.texts, item.target),
      })),
    },
  };
}

/** Whether the officer proposed the last demand of a lane, so that somebody else has to consent. */
export function isOwnDemand(dossiers: readonly Dossier[], lane: string, { accountId }: PersonActor): boolean {
  return dossiers.flatMap(({ history }) => history).findLast(({ type }) => type === `${lane}.demanded`)?.actor.accountId === accountId;
}
