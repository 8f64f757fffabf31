import { ParseUUIDPipe } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import type { OpenAPIObject } from '@nestjs/swagger';
import { accessRuleOf } from '@anuyat/http';
import type { Handler } from './handlers';

/** What Nest keeps of one parameter of a handler. */
interface Argument {
  data?: unknown;
  pipes?: unknown[];
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

export const sessionCookie = 'session';
export const messageSignature = 'agency-system';

const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Of the sender’s choice, at most 100 characters: the same key with the same body gives the same answer and is done once.',
  schema: { type: 'string', maxLength: 100 },
} as const;

/** Adds what Nest does not tell of its handlers: who may call them, which ids are UUIDs, and which take an idempotency key. */
export function completeOperations({ paths }: OpenAPIObject, handlers: readonly Handler[]): void {
  for (const path of Object.values(paths)) {
    for (const operation of [path.get, path.post, path.put, path.patch, path.delete]) {
      const handler = handlers.find(({ operationId }) => operationId === operation?.operationId);
      if (operation && handler) complete(operation, handler);
    }
  }
}

function complete(operation: Operation & { 'x-allowed'?: readonly string[] }, { controller, method, name }: Handler): void {
  const rule = accessRuleOf(controller, method);
  if (rule?.kind === 'allow') {
    const grants = new Set<string>(rule.grants);
    const isForSystems = grants.delete('agency-system');
    operation.security = [...(grants.size > 0 ? [{ [sessionCookie]: [] }] : []), ...(isForSystems ? [{ [messageSignature]: [] }] : [])];
    operation['x-allowed'] = rule.grants;
  }
  const args = Object.values((Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, Argument>);
  const ids = new Set(args.filter(({ pipes }) => pipes?.includes(ParseUUIDPipe)).map(({ data }) => data));
  const parameters = (operation.parameters ?? []).map((parameter) => ('name' in parameter && ids.has(parameter.name) ? { ...parameter, schema: { type: 'string', format: 'uuid' } } : parameter));
  operation.parameters = args.some(({ data }) => data === 'idempotency-key') ? [...parameters, keyParameter] : parameters;
}
