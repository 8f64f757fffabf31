import { evaluate, isFunction } from 'feelin';
import type { Facts } from '../definition/case-answers';
import { cached } from './cached';
import { freeRoots } from './names-in';
import { parse } from './parse';

const SIMPLE_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/**
 * A rule made ready to be asked often.
 *
 * FEEL reads its text anew at each evaluation, which costs some hundred microseconds. So the rule is read once as the
 * body of a FEEL function whose parameters are the topics that it names, and the function is kept: asking it costs one.
 */
export const compile = cached((rule): ((facts: Facts) => unknown) => {
  const roots = freeRoots(parse(rule), rule).filter((name) => SIMPLE_NAME.test(name));
  const { value, warnings } = evaluate(`function(${roots.join(', ')}) ${rule}`);
  if (!isFunction(value)) throw new Error(`FEEL made no function of "${rule}".`);
  return (facts) => {
    try {
      return value.invoke(roots.map((root) => (Object.hasOwn(facts, root) ? (facts[root] ?? null) : null)));
    } finally {
      warnings.length = 0;
    }
  };
});
