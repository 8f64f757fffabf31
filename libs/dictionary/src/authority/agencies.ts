import type { Text } from '@anuyat/licence-kit';

export type AgencyCode =
  | 'bma' | 'pattaya' | 'lao' | 'ieat' | 'eeco' | 'excise' | 'diw' | 'pcd' | 'mnre' | 'dbd' | 'dopa'
  | 'rd' | 'rtp' | 'dcp' | 'mcul' | 'dhss' | 'fda' | 'moph' | 'ocpb' | 'mea' | 'pea' | 'mwa' | 'pwa' | 'doa' | 'dld' | 'dpt';

/** Who decides or keeps a register. Its offices are the units that applications go to. */
export interface Agency {
  code: AgencyCode;
  title: Text;
  /** For second mention and narrow columns. */
  short: Text;
}

const ROWS: readonly (readonly [code: AgencyCode, th: string, en: string, shortTh: string, shortEn: string])[] = [
  ['bma', 'กรุงเทพมหานคร', 'Bangkok Metropolitan Administration', 'กทม.', 'BMA'],
  ['pattaya', 'เมืองพัทยา', 'Pattaya City', 'พัทยา', 'Pattaya'],
  ['lao', 'องค์กรปกครองส่วนท้องถิ่น', 'Local authorities', 'อปท.', 'LAO'],
  ['ieat', 'การนิคมอุตสาหกรรมแห่งประเทศไทย', 'Industrial Estate Authority of Thailand', 'กนอ.', 'IEAT'],
  ['eeco', 'สำนักงานคณะกรรมการนโยบายเขตพัฒนาพิเศษภาคตะวันออก', 'Eastern Economic Corridor Office of Thailand', 'สกพอ.', 'EECO'],
  ['excise', 'กรมสรรพสามิต', 'Excise Department', 'สรรพสามิต', 'Excise'],
  ['diw', 'กรมโรงงานอุตสาหกรรม', 'Department of Industrial Works', 'กรอ.', 'DIW'],
  ['pcd', 'กรมควบคุมมลพิษ', 'Pollution Control Department', 'คพ.', 'PCD'],
  ['mnre', 'กระทรวงทรัพยากรธรรมชาติและสิ่งแวดล้อม', 'Ministry of Natural Resources and Environment', 'ทส.', 'MNRE'],
  ['dbd', 'กรมพัฒนาธุรกิจการค้า', 'Department of Business Development', 'พค.', 'DBD'],
  ['dopa', 'กรมการปกครอง', 'Department of Provincial Administration', 'ปค.', 'DOPA'],
  ['rd', 'กรมสรรพากร', 'Revenue Department', 'สรรพากร', 'RD'],
  ['rtp', 'สำนักงานตำรวจแห่งชาติ', 'Royal Thai Police', 'ตร.', 'Police'],
  ['dcp', 'กรมส่งเสริมวัฒนธรรม', 'Department of Cultural Promotion', 'สวธ.', 'DCP'],
  ['mcul', 'สำนักงานปลัดกระทรวงวัฒนธรรม', 'Office of the Permanent Secretary, Ministry of Culture', 'วธ.', 'Culture'],
  ['dhss', 'กรมสนับสนุนบริการสุขภาพ', 'Department of Health Service Support', 'สบส.', 'DHSS'],
  ['fda', 'สำนักงานคณะกรรมการอาหารและยา', 'Food and Drug Administration', 'อย.', 'FDA'],
  ['moph', 'สำนักงานปลัดกระทรวงสาธารณสุข', 'Office of the Permanent Secretary, Ministry of Public Health', 'สธ.', 'MOPH'],
  ['ocpb', 'สำนักงานคณะกรรมการคุ้มครองผู้บริโภค', 'Office of the Consumer Protection Board', 'สคบ.', 'OCPB'],
  ['mea', 'การไฟฟ้านครหลวง', 'Metropolitan Electricity Authority', 'กฟน.', 'MEA'],
  ['pea', 'การไฟฟ้าส่วนภูมิภาค', 'Provincial Electricity Authority', 'กฟภ.', 'PEA'],
  ['mwa', 'การประปานครหลวง', 'Metropolitan Waterworks Authority', 'กปน.', 'MWA'],
  ['pwa', 'การประปาส่วนภูมิภาค', 'Provincial Waterworks Authority', 'กปภ.', 'PWA'],
  ['doa', 'กรมวิชาการเกษตร', 'Department of Agriculture', 'กวก.', 'DOA'],
  ['dpt', 'กรมโยธาธิการและผังเมือง', 'Department of Public Works and Town and Country Planning', 'ยผ.', 'DPT'],
  ['dld', 'กรมปศุสัตว์', 'Department of Livestock Development', 'ปศ.', 'DLD'],
];

/** Every agency that has offices here or keeps a register that facts name. */
export const agencies: readonly Agency[] = ROWS.map(([code, th, en, shortTh, shortEn]) => ({ code, title: { th, en }, short: { th: shortTh, en: shortEn } }));

/** An agency by its code, as `x-register` of a fact and `agency.code` of an office name it. */
export function findAgency(code: string): Agency | undefined {
  return agencies.find((agency) => agency.code === code);
}

/** As {@link findAgency}; throws for an unknown code. */
export function getAgency(code: string): Agency {
  const agency = findAgency(code);
  if (!agency) throw new Error(`There is no agency "${code}"; there are ${agencies.map((known) => known.code).join(', ')}.`);
  return agency;
}
