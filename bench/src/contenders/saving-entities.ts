import { EntitySchema, type ObjectLiteral } from 'typeorm';
import type { EntityClass } from '@anuyat/database';

interface Column {
  type: 'uuid' | 'text' | 'int' | 'jsonb' | 'bytea' | 'timestamptz';
  nullable?: boolean;
  primary?: boolean;
}

/** The registrar's tables as an ORM would usually see them: the entities of the contender that calls `save`. */
function entity(tableName: string, columns: Record<string, Column>): EntityClass {
  const named = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), { ...column, name }]));
  return new EntitySchema<ObjectLiteral>({ name: `saving_${tableName}`, tableName, columns: named }) as unknown as EntityClass;
}

const uuid: Column = { type: 'uuid' };
const text: Column = { type: 'text' };
const int: Column = { type: 'int' };
const jsonb: Column = { type: 'jsonb' };
const bytea: Column = { type: 'bytea' };
const moment: Column = { type: 'timestamptz' };
const key = (column: Column): Column => ({ ...column, primary: true });
const maybe = (column: Column): Column => ({ ...column, nullable: true });

export const applicationOfSaving = entity('application', {
  id: key(uuid), case_id: uuid, number: maybe(text), code: text, version: int, revision: int, state: jsonb, status: text, offices: jsonb, account_id: uuid,
  estate: maybe(text), zone: maybe(text), last_hash: bytea, submitted_at: moment, received_at_legal: moment, moved_at: moment,
});

export const historyOfSaving = entity('history', {
  application_id: key(uuid), revision: key(int), type: text, data: jsonb, actor: jsonb, at: moment, rulings: jsonb, state: jsonb, effects: jsonb, previous_hash: bytea, hash: bytea,
});

export const timerOfSaving = entity('timer', {
  application_id: key(uuid), name: key(text), lane: maybe(text), event: text, due_at: moment, set_at: moment, set_by_revision: int, stopped_at: maybe(moment), fired_at: maybe(moment),
});

export const outboxOfSaving = entity('outbox', {
  id: key(uuid), application_id: uuid, case_id: uuid, revision: int, effect: text, params: jsonb, queue: maybe(text),
});
