import type { Facts } from '../definition/case-answers';
import type { Text } from '../definition/text';
import { evaluateRule } from './holds';

export type CalculationFault = 'gives-nothing' | 'not-a-number' | 'not-finite' | 'negative' | 'fraction-of-a-satang';

/** A calculation that gave no usable amount; `text` says so to people. */
export class CalculationFailed extends Error {
  constructor(
    readonly rule: string,
    readonly code: CalculationFault,
    readonly text: Text,
  ) {
    super(text.en);
    this.name = 'CalculationFailed';
  }
}

/**
 * The amount that a rule works out: finite and not negative.
 * @throws CalculationFailed with a sentence in both languages; FeelSyntaxError when the rule is not FEEL.
 */
export function calculate(rule: string, facts: Facts): number {
  const value = evaluateRule(rule, facts);
  const fault = faultOf(value);
  if (fault) throw new CalculationFailed(rule, fault, sentences[fault](rule));
  return value as number;
}

function faultOf(value: unknown): keyof typeof sentences | undefined {
  if (value === null || value === undefined) return 'gives-nothing';
  if (typeof value !== 'number' || Number.isNaN(value)) return 'not-a-number';
  if (!Number.isFinite(value)) return 'not-finite';
  return value < 0 ? 'negative' : undefined;
}

const sentences: Record<Exclude<CalculationFault, 'fraction-of-a-satang'>, (rule: string) => Text> = {
  'gives-nothing': (rule) => ({
    th: `คำนวณ “${rule}” ไม่ได้ เพราะยังขาดข้อมูลที่ใช้คำนวณ`,
    en: `“${rule}” cannot be worked out yet: a fact that it needs is missing.`,
  }),
  'not-a-number': (rule) => ({
    th: `“${rule}” ให้ผลที่ไม่ใช่ตัวเลข`,
    en: `“${rule}” gives something that is not a number.`,
  }),
  'not-finite': (rule) => ({
    th: `“${rule}” ให้ผลเป็นจำนวนที่มากเกินกว่าจะคำนวณได้`,
    en: `“${rule}” gives a number too large to work with.`,
  }),
  negative: (rule) => ({
    th: `“${rule}” ให้จำนวนติดลบ ซึ่งเป็นจำนวนเงินไม่ได้`,
    en: `“${rule}” gives a number below zero, which cannot be an amount.`,
  }),
};
