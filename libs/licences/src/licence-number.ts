/**
 * A licence's number: initials of the licence type, the office, the Buddhist year, and a running number without gaps in that series.
 * `food-premises-large` of `bma-1039-sanitation` in 2569 gives `FPL-BMA1039SANITATION-2569-00012`.
 */
export function licenceNumber(code: string, office: string, buddhistYear: number, running: number): string {
  return [initialsOf(code), office.toUpperCase().replace(/[^A-Z0-9]/g, ''), buddhistYear, String(running).padStart(5, '0')].join('-');
}

/** `signboard-tax` gives `ST`; licence types must differ in them, which a test over all folders keeps. */
export function initialsOf(code: string): string {
  return code.split('-').map((part) => part.charAt(0).toUpperCase()).join('');
}
