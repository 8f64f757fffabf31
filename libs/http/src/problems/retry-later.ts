import { Refusal, type ProblemCode } from '@anuyat/contract';

/** A refusal that passes by itself; the answer carries `Retry-After`. */
export class RetryLater extends Refusal {
  constructor(
    code: Extract<ProblemCode, 'too-many-requests' | 'temporarily-unavailable'>,
    /** Whole seconds, at least 1. */
    readonly seconds: number,
  ) {
    super(code);
    this.name = 'RetryLater';
  }
}
