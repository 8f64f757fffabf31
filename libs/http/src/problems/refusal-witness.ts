import type { FastifyRequest } from 'fastify';
import type { Problem } from '@anuyat/contract';

/** Is told of every refusal before it is answered, and keeps what is worth keeping. Never fails, and nobody waits for it. Injection token; without one nothing is kept. */
export abstract class RefusalWitness {
  abstract saw(request: FastifyRequest, problem: Pick<Problem, 'code' | 'status'>): void;
}
