/**
 * The part of JSON Schema 2020-12 that forms use. Words are not in it: titles come from the dictionary or the texts.
 * `x-when` is a FEEL rule: the field is asked, and required, only where it holds.
 */
export interface JsonSchema {
  $id?: string;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  enum?: (string | number | boolean)[];
  const?: string | number | boolean;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  default?: unknown;
  /** FEEL: asked only where this holds. Names are paths of facts, such as `premises.areaSqm`. */
  'x-when'?: string;
  /** FEEL: where the field is asked, it is required only where this holds. Written when forms of several licences are merged. */
  'x-required-when'?: string;
  /** How the field is shown, where the type alone does not say: `address`, `money`, `thai-id`, `textarea`, `radios` ... */
  'x-widget'?: string;
  /** The dictionary fact that this field is, such as `premises.areaSqm`; set when a `$ref` is resolved. */
  'x-fact'?: string;
  /** Order on its page; lower first. */
  'x-order'?: number;
  /** Titles that came with the fact; a licence's own fields take theirs from the definition's texts. */
  'x-title'?: import('./text').Text;
  'x-help'?: import('./text').Text;
  /** Labels of `enum` values. */
  'x-labels'?: Record<string, import('./text').Text>;
  /** Unit shown after the input, such as m². */
  'x-unit'?: import('./text').Text;
  /** `public`, `business`, `personal` or `sensitive`: who may see it is decided from this. */
  'x-data-class'?: DataClass;
  /** The register that holds this fact, so that no paper is asked for it. */
  'x-register'?: string;
}

export type DataClass = 'public' | 'business' | 'personal' | 'sensitive';
