import type { FeeExample } from '@anuyat/licence-kit';

const thai = { kind: 'thai', isMoving: false, widthCm: 300, heightCm: 100, sides: 1, text: 'ครัวบ้านสวน' };
const mixed = { kind: 'mixed', isMoving: false, widthCm: 300, heightCm: 100, sides: 1, text: 'ครัวบ้านสวน Baan Suan' };
const foreign = { kind: 'foreign', isMoving: false, widthCm: 300, heightCm: 100, sides: 1, text: 'BAAN SUAN' };
const everyYear = { isFirstYear: false };

function since(shownFrom: string) {
  return { isFirstYear: true, shownFrom };
}

/** Worked by hand from the table of rates; 300 × 100 cm are 60 units. */
export const feeExamples: FeeExample[] = [
  { facts: { signs: [thai], signTax: everyYear }, total: 300 },
  { facts: { signs: [{ ...thai, isMoving: true }], signTax: everyYear }, total: 600 },
  { facts: { signs: [mixed], signTax: everyYear }, total: 1560 },
  { facts: { signs: [{ ...mixed, isMoving: true }], signTax: everyYear }, total: 3120 },
  { facts: { signs: [foreign], signTax: everyYear }, total: 3000 },
  { facts: { signs: [{ ...foreign, isMoving: true }], signTax: everyYear }, total: 3120 },
  { facts: { signs: [{ ...mixed, sides: 2 }], signTax: everyYear }, total: 3120 },
  { facts: { signs: [{ ...thai, widthCm: 50, heightCm: 50 }], signTax: everyYear }, total: 200 },
  { facts: { signs: [{ ...thai, widthCm: 50, heightCm: 50 }, mixed], signTax: everyYear }, total: 1760 },
  { facts: { signs: [{ ...mixed, widthCm: 250, heightCm: 25 }], signTax: everyYear }, total: 312 },
  { facts: { signs: [{ ...mixed, widthCm: 251, heightCm: 25 }], signTax: everyYear }, total: 338 },
  { facts: { signs: [mixed], signTax: since('2026-02-10') }, total: 1560 },
  { facts: { signs: [mixed], signTax: since('2026-04-01') }, total: 1170 },
  { facts: { signs: [mixed], signTax: since('2026-09-30') }, total: 780 },
  { facts: { signs: [mixed], signTax: since('2026-11-21') }, total: 390 },
  { facts: { signs: [mixed], signTax: { isFirstYear: true }, filing: { date: '2026-11-21' } }, total: 390 },
  { facts: { signs: [{ ...thai, widthCm: 50, heightCm: 50 }], signTax: since('2026-12-01') }, total: 50 },
  { facts: { signs: [mixed], signTax: everyYear, filing: { date: '2026-03-31' } }, total: 1560 },
  { facts: { signs: [mixed], signTax: everyYear, filing: { date: '2026-04-01' } }, total: 1560 + 78 },
  { facts: { signs: [mixed], signTax: { ...everyYear, wasTold: true }, filing: { date: '2026-04-01' } }, total: 1560 + 156 },
  { facts: { signs: [mixed], signTax: since('2026-02-10'), filing: { date: '2026-02-25' } }, total: 1560 },
  { facts: { signs: [mixed], signTax: since('2026-02-10'), filing: { date: '2026-02-26' } }, total: 1560 + 78 },
  { facts: { signs: [{ ...thai, widthCm: 251, heightCm: 33 }], signTax: since('2026-10-01'), rates: { thaiFixed: 20.03 } }, total: 85.13 },
];
