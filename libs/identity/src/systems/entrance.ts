import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { PersonActor, Refusal } from '@anuyat/contract';
import { ActorSource, isSigned } from '@anuyat/http';
import { Doorkeeper } from '../sessions/doorkeeper';
import { SystemDoor } from './system-door';

/** Who comes in: people by their session, agencies' systems by what they sign. A signed request is a system's, whatever cookies come with it. */
@Injectable()
export class Entrance extends ActorSource {
  constructor(
    @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper,
    @Inject(SystemDoor) private readonly systems: SystemDoor,
  ) {
    super();
  }

  findActor(request: FastifyRequest): Promise<PersonActor | undefined> {
    return isSigned(request.headers) ? this.systems.getActor(request) : this.doorkeeper.findActor(request);
  }

  override explain(request: FastifyRequest): Promise<Refusal | undefined> {
    return isSigned(request.headers) ? Promise.resolve(undefined) : this.doorkeeper.explain(request);
  }
}
