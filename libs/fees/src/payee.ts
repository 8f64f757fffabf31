import type { LaneOffice } from '@anuyat/registrar';

/**
 * The biller of the state's offices in the sandbox: the dummy id of a state body and its two-digit suffix.
 * An office's own biller id comes with its contract with the bank.
 */
export const SANDBOX_BILLER_ID = '099300009999100';

/** The first lane's office collects: it is the one that the law names as licensor. @throws where there is none. */
export function collectingOffice(offices: Record<string, LaneOffice>, lane: string | undefined): string {
  const office = lane ? offices[lane]?.office : undefined;
  if (!office) throw new Error('The application has no office to pay to.');
  return office;
}
