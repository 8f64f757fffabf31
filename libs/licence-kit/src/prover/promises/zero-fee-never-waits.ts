import type { LicenceDefinition } from '../../definition/licence-definition';
import { FEE_IS_DUE } from '../../engine/ruler';
import type { Exploration } from '../explore';
import { finding, type Finding } from '../promise';
import { tellStep } from '../story';
import { Unknowns } from '../unknowns';

/** Nobody is billed where no fee is due: an application without a fee goes on by itself. */
export function zeroFeeNeverWaits(definition: LicenceDefinition, { happenings }: Exploration): Finding {
  const mayBeNone = new Unknowns(definition, []).possible(FEE_IS_DUE, {}).includes(false);
  const billed = happenings.find(({ effects, to }) => effects.some(({ type }) => type === 'requestPayment') && (to.ledger.fee === 'none' || (to.ledger.fee === 'unknown' && mayBeNone)));
  return finding('zero-fee-never-waits', billed && tellStep(definition, billed, { th: 'เรียกเก็บค่าธรรมเนียมทั้งที่อาจไม่มีค่าธรรมเนียม', en: 'a fee is asked for although none may be due' }));
}
