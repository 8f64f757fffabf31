/**
 * Baht as whole satang, halves rounded up. It rounds the decimal number that people see, not its binary neighbour:
 * 1.005 baht are 101 satang.
 * @throws RangeError when there are more satang than can be counted exactly.
 */
export function satangOf(baht: number): number {
  const [mantissa = '0', exponent = '0'] = String(baht).split('e');
  const [whole = '0', decimals = ''] = mantissa.split('.');
  const shift = Number(exponent) + 2;
  const point = whole.length + shift;
  const digits = (whole + decimals).padEnd(Math.max(point, 0), '0');
  const kept = point > 0 ? Number(digits.slice(0, point)) : 0;
  const next = point >= 0 ? digits.charAt(point) : '';
  const satang = kept + (next >= '5' ? 1 : 0);
  if (!Number.isSafeInteger(satang) || baht < 0) throw new RangeError(`${baht} baht cannot be counted in satang.`);
  return satang;
}
