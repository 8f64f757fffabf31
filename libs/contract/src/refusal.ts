import type { Problem, ProblemCode } from './problem';

/** What the domain refuses, as a value: thrown anywhere below HTTP, turned into a problem document once, in `@anuyat/http`. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    /** What goes into the problem document beside the code's own words. */
    readonly details: Partial<Omit<Problem, 'code' | 'status' | 'type'>> = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
