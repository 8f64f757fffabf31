import type { JsonSchema } from '@anuyat/licence-kit';
import type { FormlyFieldConfig } from '@ngx-formly/core';

/** What our field types read from a formly field. */
export interface AskedProps {
  schema: JsonSchema;
  isRequired: boolean;
}

const OWN_TYPES = new Set([
  'address', 'estate', 'zone', 'position', 'tsic', 'date', 'money', 'thai-id', 'juristic-id', 'phone', 'email', 'textarea', 'radios', 'checkbox', 'select',
]);
const RADIOS_AT_MOST = 6;

/** The fields of a schema as formly wants them, in the order of the form. */
export function fieldConfigs(schema: JsonSchema): FormlyFieldConfig[] {
  return inOrder(schema).map(([key, field]) => fieldConfig(key, field, schema.required?.includes(key) === true));
}

/** Properties by their `x-order`; equal ones keep the order of the schema. */
export function inOrder(schema: JsonSchema): [string, JsonSchema][] {
  return Object.entries(schema.properties ?? {}).sort(([, a], [, b]) => (a['x-order'] ?? 0) - (b['x-order'] ?? 0));
}

function fieldConfig(key: string, schema: JsonSchema, isRequired: boolean): FormlyFieldConfig {
  const type = typeOf(schema);
  const props: AskedProps = { schema, isRequired };
  const base: FormlyFieldConfig = { key, type, props: props as FormlyFieldConfig['props'] };
  if (type === 'group') return { ...base, fieldGroup: fieldConfigs(schema) };
  if (type === 'rows') return { ...base, fieldArray: { type: 'row', fieldGroup: fieldConfigs(schema.items ?? {}) } };
  return base;
}

/** Which of our field types shows a schema; the widget says it where the type alone does not. */
export function typeOf(schema: JsonSchema): string {
  const widget = schema['x-widget'] ?? '';
  if (OWN_TYPES.has(widget)) return widget;
  if (schema.type === 'object') return 'group';
  if (schema.type === 'array') return schema.items?.type === 'object' || schema.items?.properties ? 'rows' : schema.items?.enum ? 'checkboxes' : 'tsic';
  if (schema.type === 'boolean') return 'radios';
  if (schema.enum) return schema.enum.length <= RADIOS_AT_MOST ? 'radios' : 'select';
  if (schema.format === 'iso-date' || schema.format === 'date') return 'date';
  if (schema.type === 'number' || schema.type === 'integer') return 'number';
  return 'text';
}
