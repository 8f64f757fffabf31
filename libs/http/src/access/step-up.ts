import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** What is about to be done: an applicant files, an officer signs. */
export type WeightyAct = 'file' | 'sign';

export const freshKey = 'anuyat:fresh';

/** The handler needs somebody who proved a short while ago who it is, at the level that the act asks for. */
export const Fresh = (act: WeightyAct): CustomDecorator => SetMetadata(freshKey, act);

/** Knows how and when a request's person last proved who it is. Injection token; the identity library provides it. */
export abstract class StepUp {
  abstract isFreshFor(request: FastifyRequest, act: WeightyAct): Promise<boolean>;

  /** @throws Refusal `step-up-needed`, which says where to prove it anew. */
  abstract assertFresh(request: FastifyRequest, act: WeightyAct): Promise<void>;
}
