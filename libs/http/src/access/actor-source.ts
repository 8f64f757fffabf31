import type { FastifyRequest } from 'fastify';
import type { PersonActor, Refusal } from '@anuyat/contract';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard; absent for strangers and on public handlers that did not ask. */
    actor?: PersonActor;
  }
}

/** Knows who sent a request, with the rights held at this moment. Injection token; the identity library provides it. */
export abstract class ActorSource {
  abstract findActor(request: FastifyRequest): Promise<PersonActor | undefined>;

  /** Why somebody lacks a right that they would have otherwise; undefined where there is nothing to say. */
  explain(_request: FastifyRequest): Promise<Refusal | undefined> {
    return Promise.resolve(undefined);
  }
}
