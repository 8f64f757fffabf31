import type { DataClass, JsonSchema } from '../definition/json-schema';
import type { Text } from '../definition/text';

const lower = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems'] as const;
const upper = ['maximum', 'maxLength', 'maxItems'] as const;
const sameInBoth = ['type', 'format', 'pattern', 'const', 'multipleOf', 'x-fact', 'x-register'] as const;
/** A group may be written out field by field, or taken whole from the dictionary: it is the same group. */
const ofFields = new Set<string>(['x-fact', 'x-register']);
const classes: readonly DataClass[] = ['public', 'business', 'personal', 'sensitive'];

/**
 * One field that is what both say: within the limits of both and as well guarded as the stricter wants.
 * @returns a reason where they do not mean the same.
 */
export function mergeLimits(a: JsonSchema, b: JsonSchema): { field: JsonSchema } | { reason: Text } {
  const isGroup = Boolean(a.properties ?? a.items?.properties);
  const differing = sameInBoth.find((key) => a[key] !== b[key] && !(isGroup && ofFields.has(key)));
  if (differing) {
    const [one, other] = [a, b].map((field) => String(field[differing] ?? '-'));
    return { reason: { th: `${differing} เป็น ${one} กับ ${other}`, en: `${differing} is ${one} for the one and ${other} for the other.` } };
  }
  if (!isGroup && !a['x-fact'] && a['x-title'] && b['x-title'] && a['x-title'].th !== b['x-title'].th) {
    return {
      reason: {
        th: `ถามว่า “${a['x-title'].th}” กับ “${b['x-title'].th}”`,
        en: `one asks for “${a['x-title'].en}”, the other for “${b['x-title'].en}”.`,
      },
    };
  }
  const field: JsonSchema = { ...b, ...a };
  for (const key of lower) setLimit(field, key, [a[key], b[key]], Math.max);
  for (const key of upper) setLimit(field, key, [a[key], b[key]], Math.min);
  const choices = mergedChoices(a, b);
  if (choices === 'none' || isEmptyRange(field)) {
    return { reason: { th: 'ไม่มีคำตอบใดที่ใช้ได้กับทั้งสอง', en: 'no answer suits both.' } };
  }
  if (choices) field.enum = choices;
  const strictest = Math.max(classes.indexOf(a['x-data-class'] ?? 'public'), classes.indexOf(b['x-data-class'] ?? 'public'));
  if (a['x-data-class'] || b['x-data-class']) field['x-data-class'] = classes[strictest];
  return { field };
}

function setLimit(field: JsonSchema, key: (typeof lower | typeof upper)[number], limits: (number | undefined)[], pick: (...of: number[]) => number): void {
  const given = limits.filter((limit) => limit !== undefined);
  if (given.length > 0) field[key] = pick(...given);
}

function mergedChoices(a: JsonSchema, b: JsonSchema): JsonSchema['enum'] | 'none' {
  if (!a.enum || !b.enum) return a.enum ?? b.enum;
  const common = a.enum.filter((value) => b.enum?.includes(value));
  const isOwnField = !a['x-fact'];
  if (common.length === 0 || (isOwnField && (common.length < a.enum.length || common.length < b.enum.length))) return 'none';
  return common;
}

function isEmptyRange(field: JsonSchema): boolean {
  const { minimum = -Infinity, exclusiveMinimum = -Infinity, maximum = Infinity, minLength = 0, maxLength = Infinity, minItems = 0, maxItems = Infinity } = field;
  return minimum > maximum || exclusiveMinimum >= maximum || minLength > maxLength || minItems > maxItems;
}
