import type { DecisionView } from '@anuyat/contract';
import { factTitle, namesIn, readFact, sayValue, type Facts, type Lexicon } from '@anuyat/licence-kit';

/** The facts that a rule read, with their values in words. */
export function factsView(rule: string, facts: Facts, lexicon: Lexicon): DecisionView['facts'] {
  const names = namesIn(rule);
  const leaves = names.filter((name) => !names.some((other) => other.startsWith(`${name}.`)));
  return leaves.map((path) => ({ path, title: factTitle(path, lexicon), value: sayValue(path, readFact(facts, path), lexicon) }));
}
