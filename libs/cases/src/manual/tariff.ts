import { payeeTitle } from '@anuyat/dictionary/reference';
import { inlineRates, publishedRates, sayAmount, type AmountCase, type FeeItem, type LicenceDefinition, type Lexicon, type Text } from '@anuyat/licence-kit';

/**
 * What a fee costs, line by line: for each office or agency whose own rates are published, and for all others. Rates that administrators
 * entered are not in it, for the manual is the definition's; the plan of a case tells them.
 */
export function tariffOf({ amount }: Pick<FeeItem, 'amount'>, definition: Pick<LicenceDefinition, 'rates'>, lexicon: Lexicon): AmountCase[] {
  const payees = [...new Set((definition.rates ?? []).flatMap(({ of, item }) => (of !== undefined && amount.includes(`rates.${item}`) ? [of] : [])))];
  const linesFor = (own: string[]): AmountCase[] => sayAmount(inlineRates(amount, publishedRates(definition, { payees: own })), lexicon);
  return [
    ...payees.flatMap((payee) => linesFor([payee]).map((line) => ({ ...line, when: both(payeeTitle(payee), line.when) }))),
    ...linesFor([]).map((line) => (payees.length > 0 ? { ...line, when: both({ th: 'หน่วยงานอื่น', en: 'Other offices' }, line.when) } : line)),
  ];
}

function both(payee: Text, when: Text | undefined): Text {
  return when ? { th: `${payee.th} · ${when.th}`, en: `${payee.en} · ${when.en}` } : payee;
}
