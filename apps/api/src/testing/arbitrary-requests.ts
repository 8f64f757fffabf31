import type { OpenAPIObject } from '@nestjs/swagger';
import fc, { type Arbitrary } from 'fast-check';
import type { Method } from './caller';

/** One random call. */
export interface ArbitraryRequest {
  operation: string;
  method: Method;
  path: string;
  payload?: string;
  headers: Record<string, string>;
}

/** Values that are likely to lead somewhere, by the name of the parameter or property; `cases.id` is the `id` under `/api/cases`. */
export type Hints = Record<string, Arbitrary<unknown>>;

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
}

interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

const nasty = ['', ' ', '\u0000', '\ud800', '%', '%00', "'", '"', '\\', '__proto__', 'constructor', 'toString', '../../etc/passwd', '9'.repeat(400), 'ก'.repeat(300), '-1', '1e400', 'NaN', '2027-02-31', '{}', '[]', '*'];
const junk: Arbitrary<unknown> = fc.oneof(fc.constantFrom<unknown>(...nasty), fc.string({ unit: 'binary', maxLength: 30 }), fc.jsonValue({ maxDepth: 3 }), fc.double(), fc.maxSafeInteger(), fc.constant(null));

/** Mostly right, sometimes not. */
const mostly = (right: Arbitrary<unknown>): Arbitrary<unknown> => fc.oneof({ weight: 11, arbitrary: right }, { weight: 1, arbitrary: junk });

/** Random calls of every operation that the document describes, but those that `isLeftOut` names. */
export function arbitraryRequests({ paths, components }: OpenAPIObject, hints: Hints, isLeftOut: (operation: string) => boolean): Arbitrary<ArbitraryRequest> {
  const schemas = (components?.schemas ?? {}) as Record<string, Schema>;
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => (item[method] ? [{ path, method: method.toUpperCase() as Method, operation: item[method] as unknown as Operation }] : [])),
  );
  const called = operations.filter(({ path, method }) => !isLeftOut(`${method} ${path}`));
  return fc.constantFrom(...called).chain(({ path, method, operation }) => requestOf(path, method, operation, hints, schemas));
}

function requestOf(path: string, method: Method, { parameters = [], requestBody }: Operation, hints: Hints, schemas: Record<string, Schema>): Arbitrary<ArbitraryRequest> {
  const resource = path.split('/').findLast((part, at, parts) => parts[at + 1] === '{id}') ?? '';
  const value = ({ name, schema = {} }: Parameter): Arbitrary<unknown> => mostly(hints[`${resource}.${name}`] ?? valueOf(name, schema, hints, schemas));
  const recordOf = (place: string): Arbitrary<Record<string, unknown>> => {
    const own = parameters.filter((parameter) => parameter.in === place);
    return fc.record(Object.fromEntries(own.map((parameter) => [parameter.name, value(parameter)])), { requiredKeys: place === 'path' ? own.map(({ name }) => name) : [] });
  };
  const schema = requestBody?.content['application/json']?.schema;
  const body = schema ? fc.oneof({ weight: 8, arbitrary: valueOf('', schema, hints, schemas) }, { weight: 1, arbitrary: junk }) : fc.constant(undefined);
  return fc.record({ inPath: recordOf('path'), query: recordOf('query'), body, key: fc.option(fc.uuid(), { freq: 6 }) }).map(({ inPath, query, body: content, key }) => ({
    operation: `${method} ${path}`,
    method,
    path: `${path.replace(/\{(\w+)\}/g, (_, name: string) => textOf(inPath[name]) || '-')}${queryOf(query)}`,
    headers: { ...(key === null ? {} : { 'idempotency-key': key }), ...(content === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(content === undefined ? {} : { payload: JSON.stringify(content) }),
  }));
}

function valueOf(name: string, schema: Schema, hints: Hints, schemas: Record<string, Schema>): Arbitrary<unknown> {
  const hint = Object.hasOwn(hints, name) ? hints[name] : undefined;
  if (hint) return hint;
  if (schema.$ref) return valueOf(name, schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, hints, schemas);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? -10, max: Math.min(schema.maximum ?? 1_000, (schema.minimum ?? 0) + 1_000) });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(mostly(valueOf('', schema.items ?? {}, hints, schemas)), { maxLength: 4 });
    case 'object':
      return schema.properties ? objectOf(schema, hints, schemas) : fc.dictionary(fc.string({ maxLength: 10 }), junk, { maxKeys: 4 });
    default:
      return schema.format === 'uuid' ? fc.uuid() : fc.string({ maxLength: 20 });
  }
}

function objectOf({ properties = {}, required = [] }: Schema, hints: Hints, schemas: Record<string, Schema>): Arbitrary<unknown> {
  const own = Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, mostly(valueOf(name, property, hints, schemas))]));
  const stranger = fc.dictionary(fc.constantFrom('isAdmin', 'status', '__proto__', 'constructor'), junk, { maxKeys: 1 });
  return fc.tuple(fc.record(own, { requiredKeys: required }), fc.oneof({ weight: 8, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: stranger })).map(([known, more]) => ({ ...known, ...more }));
}

function queryOf(query: Record<string, unknown>): string {
  const parts = Object.entries(query).map(([name, value]) => `${name}=${textOf(value)}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

function textOf(value: unknown): string {
  return encodeURIComponent((typeof value === 'string' ? value : JSON.stringify(value) ?? '').toWellFormed());
}
