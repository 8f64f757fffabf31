import type { Text } from '@anuyat/licence-kit';
import type { Province } from '../rules/provinces';
import type { Agency, AgencyCode } from './agencies';
import { CAPITAL } from './central-offices';

const inEachProvince: readonly AgencyCode[] = ['dopa', 'dpt'];

/** Whether appeals are decided in each province: by its governor, by its committee. */
export function hasAppealBodyInEachProvince(agency: AgencyCode): boolean {
  return inEachProvince.includes(agency);
}

const named: Partial<Record<AgencyCode, Text>> = {
  bma: { th: 'ผู้ว่าราชการกรุงเทพมหานคร (งานอุทธรณ์)', en: 'Governor of Bangkok (Appeals)' },
  diw: { th: 'รัฐมนตรีว่าการกระทรวงอุตสาหกรรม (งานอุทธรณ์)', en: 'Minister of Industry (Appeals)' },
  moph: { th: 'รัฐมนตรีว่าการกระทรวงสาธารณสุข (งานอุทธรณ์)', en: 'Minister of Public Health (Appeals)' },
};

/** Who decides appeals for an agency; names of units are unverified. */
export function appealBody({ code, title }: Agency, { code: seat, title: province }: Province): Text {
  if (code === 'dpt') return { th: `คณะกรรมการพิจารณาอุทธรณ์ตามกฎหมายควบคุมอาคาร ${seat === CAPITAL ? '' : 'จังหวัด'}${province.th}`, en: `Building Control Appeal Committee, ${province.en}` };
  if (code === 'dopa') {
    return seat === CAPITAL
      ? { th: 'ปลัดกระทรวงมหาดไทย (งานอุทธรณ์)', en: 'Permanent Secretary of the Interior (Appeals)' }
      : { th: `ผู้ว่าราชการจังหวัด${province.th} (งานอุทธรณ์)`, en: `Governor of ${province.en} (Appeals)` };
  }
  return named[code] ?? { th: `ผู้มีอำนาจพิจารณาอุทธรณ์ ${title.th}`, en: `Appeals, ${title.en}` };
}
