import type { FeeExample, LicenceDefinition } from '../../definition/licence-definition';
import type { Text } from '../../definition/text';
import { CalculationFailed } from '../../feel/calculate';
import { itemiseFees, totalOf } from '../../fees/itemise-fees';
import { satangOf } from '../../fees/satang-of';
import { finding, together, type Finding } from '../promise';

/** Every worked example of the fee comes out as written, and no line of it leaves the range that is shown beforehand. */
export function feeExamplesHold(definition: LicenceDefinition): Finding {
  const { fees, feeExamples } = definition;
  const stories = feeExamples.flatMap((example, at) => exampleFaults(definition, example).map(({ th, en }) => ({
    th: `ตัวอย่างค่าธรรมเนียมที่ ${at + 1}: ${th}`,
    en: `Fee example ${at + 1}: ${en}`,
  })));
  if (fees.length > 0 && feeExamples.length === 0) stories.push({ th: 'ไม่มีตัวอย่างค่าธรรมเนียมให้ตรวจ', en: 'There is no example of the fee to check it by.' });
  return finding('fee-examples-hold', together(stories));
}

function exampleFaults(definition: LicenceDefinition, { facts, total }: FeeExample): Text[] {
  try {
    const lines = itemiseFees(definition, facts);
    const satang = totalOf(lines);
    const outside = lines.flatMap(({ code, satang: amount }) => {
      const range = definition.fees.find((fee) => fee.code === code)?.range;
      return range && (amount < satangOf(range.min) || amount > satangOf(range.max)) ? [{ code, amount }] : [];
    });
    return [
      ...(satang === satangOf(total) ? [] : [{ th: `คำนวณได้ ${satang / 100} บาท แต่ตัวอย่างบอก ${total} บาท`, en: `it comes to ${satang / 100} baht, but the example says ${total}.` }]),
      ...outside.map(({ code, amount }) => ({ th: `“${code}” เป็น ${amount / 100} บาท อยู่นอกช่วงที่แจ้งไว้`, en: `“${code}” is ${amount / 100} baht, outside the range that is shown.` })),
    ];
  } catch (error) {
    if (error instanceof CalculationFailed) return [error.text];
    if (error instanceof RangeError) return [{ th: 'จำนวนเงินมากเกินกว่าจะนับได้', en: 'the amount cannot be counted.' }];
    throw error;
  }
}
