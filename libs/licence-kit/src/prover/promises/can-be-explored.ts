import type { LicenceDefinition } from '../../definition/licence-definition';
import type { Exploration } from '../explore';
import { finding, type Finding } from '../promise';

/** The licence has no more situations than can be walked through; the promises speak of all of them. */
export function canBeExplored({ code }: LicenceDefinition, { isCutShort, situations }: Exploration): Finding {
  return finding('can-be-explored', isCutShort
    ? {
        th: `“${code}” มีสถานการณ์เกิน ${situations.length} แบบ ตรวจไม่หมด ลดจำนวนช่องที่พิจารณาพร้อมกัน`,
        en: `“${code}” has more than ${situations.length} situations, so they cannot all be looked at; let fewer lanes run side by side.`,
      }
    : undefined);
}
