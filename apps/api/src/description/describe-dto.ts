import 'reflect-metadata';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';

type DtoClass = new () => object;
type Schema = Record<string, unknown>;

/** One check of class-validator on a property. */
interface Check {
  name: string;
  each: boolean;
  constraints: unknown[];
}

/** What each check of class-validator that the api uses says in JSON Schema. */
const schemas: Record<string, (constraint: unknown) => Schema> = {
  isString: () => ({ type: 'string' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isDateString: () => ({ type: 'string', format: 'date-time' }),
  isEmail: () => ({ type: 'string', format: 'email' }),
  isDay: () => ({ type: 'string', format: 'date' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isBoolean: () => ({ type: 'boolean' }),
  isObject: () => ({ type: 'object', additionalProperties: true }),
  isIn: (values) => ({ type: 'string', enum: values }),
  equals: (value) => ({ type: typeof value, enum: [value] }),
  matches: (pattern) => ({ type: 'string', pattern: (pattern as RegExp).source }),
  minLength: (minLength) => ({ minLength }),
  maxLength: (maxLength) => ({ maxLength }),
  min: (minimum) => ({ minimum }),
  max: (maximum) => ({ maximum }),
};

const listSchemas: Record<string, (constraint: unknown) => Schema> = {
  isArray: () => ({}),
  arrayMinSize: (minItems) => ({ minItems }),
  arrayMaxSize: (maxItems) => ({ maxItems }),
  arrayUnique: () => ({ uniqueItems: true }),
};

const described = new Set<unknown>();

/** Whether a parameter's type is a class whose properties are checked. */
export function isDto(type: unknown): type is DtoClass {
  return typeof type === 'function' && metadataOf(type).length > 0;
}

/**
 * Tells the OpenAPI document about a body or a query from the very checks that it must pass, so that both can never differ.
 * @throws when a property has a check that is not known here.
 */
export function describeDto(type: DtoClass): void {
  if (described.has(type)) return;
  described.add(type);
  const defaults = new type() as Record<string, unknown>;
  for (const [property, checks] of Map.groupBy(metadataOf(type), ({ propertyName }) => propertyName)) {
    const value = defaults[property];
    const isRequired = value === undefined && !checks.some(({ name }) => name === 'isOptional');
    const options = { ...schemaOf(type, property, checks.map(checkOf)), required: isRequired, ...(value === undefined ? {} : { default: value }) };
    ApiProperty(options as ApiPropertyOptions)(type.prototype as object, property);
  }
}

function schemaOf(type: DtoClass, property: string, checks: Check[]): Schema {
  const isList = checks.some(({ name }) => name === 'isArray');
  const list = merged(checks.filter(({ name }) => name in listSchemas), listSchemas);
  const own = checks.filter(({ name }) => !(name in listSchemas) && name !== 'isOptional');
  if (own.some(({ name }) => name === 'nestedValidation')) {
    const nested = nestedTypeOf(type, property, isList);
    describeDto(nested);
    return { type: () => nested, ...(isList ? { isArray: true, ...list } : {}) };
  }
  const plain = merged(own.filter(({ each }) => each === isList), schemas);
  return isList ? { type: 'array', items: plain, ...list } : plain;
}

function merged(checks: Check[], known: Record<string, (constraint: unknown) => Schema>): Schema {
  return Object.assign({}, ...checks.map(({ name, constraints }) => {
    const schema = known[name];
    if (!schema) throw new Error(`The OpenAPI document has no words for the check "${name}".`);
    return schema(constraints[0]);
  })) as Schema;
}

/** What `@Type` makes of the property, seen by letting it make one. */
function nestedTypeOf(type: DtoClass, property: string, isList: boolean): DtoClass {
  const made = (plainToInstance(type, { [property]: isList ? [{}] : {} }) as Record<string, object | object[]>)[property];
  return (Array.isArray(made) ? made[0] : made)?.constructor as DtoClass;
}

function metadataOf(type: NewableFunction | DtoClass): { type: string; name?: string; propertyName: string; each: boolean; constraints: unknown[] }[] {
  return getMetadataStorage().getTargetValidationMetadatas(type, '', true, false);
}

function checkOf({ type, name, each, constraints }: { type: string; name?: string; each: boolean; constraints: unknown[] }): Check {
  return { name: type === 'nestedValidation' ? type : name ?? type, each, constraints: constraints ?? [] };
}
