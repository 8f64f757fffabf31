import type { Facts } from '../definition/case-answers';
import type { JsonSchema } from '../definition/json-schema';
import { decide } from '../feel/decide';
import { namesIn } from '../feel/names-in';

/** Facts that the portal works out, and the questions that it works them out from. */
const WORKED_OUT: Record<string, readonly string[]> = {
  place: ['premises.address', 'premises.estate', 'premises.zone', 'premises.position'],
};

/**
 * The questions that have to be answered before a fact is known: none for one that is answered, that is not asked, or that
 * may be left out. What a fact of `place` waits for are the open questions about where the premises are.
 */
export function openQuestions(questions: JsonSchema, facts: Facts): (path: string) => string[] {
  const waiting = new Set<string>();
  const open = (path: string): string[] => {
    if (waiting.has(path)) return [];
    waiting.add(path);
    try {
      const [topic = '', ...rest] = path.split('.');
      const sources = WORKED_OUT[topic];
      if (!sources) return openBelow(questions, facts, '', [topic, ...rest], true);
      return valueAt(facts, topic) === undefined ? sources.flatMap(open) : [];
    } finally {
      waiting.delete(path);
    }
  };

  /** Walks down to the path, and from there to every leaf. */
  const openBelow = (schema: JsonSchema, value: unknown, at: string, [name, ...rest]: string[], isRequired: boolean): string[] => {
    if (name === undefined) return openLeaves(schema, value, at, isRequired);
    const field = schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    if (!field) return schema.items ? openLeaves(schema, value, at, isRequired) : [];
    return whereAsked(field, (stillOpen) => stillOpen ?? openBelow(field, valueAt(value, name), at ? `${at}.${name}` : name, rest, isRequiredIn(schema, name, value, isRequired)));
  };

  const openLeaves = (schema: JsonSchema, value: unknown, at: string, isRequired: boolean): string[] => {
    if (!schema.properties) return isRequired && isUnanswered(value) ? [at] : [];
    return Object.entries(schema.properties).flatMap(([name, field]) =>
      whereAsked(field, (stillOpen) => stillOpen ?? openLeaves(field, valueAt(value, name), `${at}.${name}`, isRequiredIn(schema, name, value, isRequired))));
  };

  const whereAsked = (field: JsonSchema, go: (stillOpen: string[] | undefined) => string[]): string[] => {
    const when = field['x-when'];
    if (when === undefined) return go(undefined);
    const isAsked = decide(when, facts, (path) => open(path).length > 0);
    if (isAsked === null) return go(namesIn(when).flatMap(open));
    return isAsked ? go(undefined) : [];
  };

  return (path) => [...new Set(open(path))];
}

function isRequiredIn(group: JsonSchema, name: string, value: unknown, isGroupRequired: boolean): boolean {
  return Boolean(group.required?.includes(name)) && (isGroupRequired || !isUnanswered(value));
}

function isUnanswered(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function valueAt(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
