import type { EffectName, EffectParams, EffectRef } from '../definition/machine';

/** An effect with the parameters that its name asks for; the compiler checks both. */
export function effect<N extends EffectName>(type: N, params: EffectParams[N]): EffectRef {
  return { type, params };
}
