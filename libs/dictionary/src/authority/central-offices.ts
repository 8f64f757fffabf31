import type { DutyCode, Text } from '@anuyat/licence-kit';
import type { Province } from '../rules/provinces';
import type { AgencyCode } from './agencies';

/** A central agency's unit that does a duty; `{}` in its title stands for the province. */
interface Unit {
  agency: AgencyCode;
  title: Text;
}

/** Where a central duty is done: by one unit in the provinces around the capital, by others in the rest of the country. */
interface CentralDuty {
  around: readonly string[];
  there: Unit;
  elsewhere: Unit;
}

export type CentralDutyCode = Exclude<DutyCode, 'registry' | 'sanitation' | 'building' | 'revenue' | 'estate' | 'appeals'>;

export const CAPITAL = '10';

const capital = [CAPITAL];
/** Bangkok, Nonthaburi and Samut Prakan: what the metropolitan utilities serve. */
const metropolis = [CAPITAL, '11', '12'];

const unit = (agency: AgencyCode, th: string, en: string): Unit => ({ agency, title: { th, en } });
const everywhere = (same: Unit): CentralDuty => ({ around: capital, there: same, elsewhere: same });
const split = (there: Unit, elsewhere: Unit, around: readonly string[] = capital): CentralDuty => ({ around, there, elsewhere });
const provincialHealth = (desk: Text) =>
  unit('moph', `สำนักงานสาธารณสุขจังหวัด{} (${desk.th})`, `{} Provincial Public Health Office (${desk.en})`);
const provincialAdministration = (desk: Text) => unit('dopa', `ที่ทำการปกครองจังหวัด{} (${desk.th})`, `{} Provincial Administration Office (${desk.en})`);

/** Every central duty with its units. Names of divisions differ in time and are unverified. */
const CENTRAL: Readonly<Record<CentralDutyCode, CentralDuty>> = {
  excise: everywhere(unit('excise', 'สำนักงานสรรพสามิตพื้นที่{}', '{} Area Excise Office')),
  factory: split(
    unit('diw', 'กองกำกับและอนุญาตโรงงาน กรมโรงงานอุตสาหกรรม', 'Factory Licensing Division, Department of Industrial Works'),
    unit('diw', 'สำนักงานอุตสาหกรรมจังหวัด{}', '{} Provincial Industry Office'),
  ),
  environment: split(
    unit('pcd', 'กองจัดการคุณภาพน้ำ กรมควบคุมมลพิษ', 'Water Quality Management Division, Pollution Control Department'),
    unit('mnre', 'สำนักงานทรัพยากรธรรมชาติและสิ่งแวดล้อมจังหวัด{}', '{} Provincial Natural Resources and Environment Office'),
  ),
  company: split(
    unit('dbd', 'กองทะเบียนธุรกิจ กรมพัฒนาธุรกิจการค้า', 'Business Registration Division, Department of Business Development'),
    unit('dbd', 'สำนักงานพาณิชย์จังหวัด{} (งานทะเบียนธุรกิจ)', '{} Provincial Commerce Office (Business Registration)'),
  ),
  tax: everywhere(unit('rd', 'สำนักงานสรรพากรพื้นที่{}', '{} Area Revenue Office')),
  hotel: split(
    unit('dopa', 'สำนักการสอบสวนและนิติการ กรมการปกครอง (งานโรงแรม)', 'Investigation and Legal Affairs Bureau, Department of Provincial Administration (Hotels)'),
    provincialAdministration({ th: 'งานโรงแรม', en: 'Hotels' }),
  ),
  venue: split(
    unit('rtp', 'กองบัญชาการตำรวจนครบาล (งานสถานบริการ)', 'Metropolitan Police Bureau (Entertainment Venues)'),
    provincialAdministration({ th: 'งานสถานบริการ', en: 'Entertainment Venues' }),
  ),
  culture: split(
    unit('dcp', 'กองกิจการภาพยนตร์และวีดิทัศน์ กรมส่งเสริมวัฒนธรรม', 'Film and Video Division, Department of Cultural Promotion'),
    unit('mcul', 'สำนักงานวัฒนธรรมจังหวัด{}', '{} Provincial Culture Office'),
  ),
  wellness: split(
    unit('dhss', 'กองสถานประกอบการเพื่อสุขภาพ กรมสนับสนุนบริการสุขภาพ', 'Health Establishments Division, Department of Health Service Support'),
    provincialHealth({ th: 'งานสถานประกอบการเพื่อสุขภาพ', en: 'Health Establishments' }),
  ),
  clinic: split(
    unit('dhss', 'กองสถานพยาบาลและการประกอบโรคศิลปะ กรมสนับสนุนบริการสุขภาพ', 'Sanatorium and Art of Healing Division, Department of Health Service Support'),
    provincialHealth({ th: 'งานสถานพยาบาล', en: 'Sanatoria' }),
  ),
  drug: split(
    unit('fda', 'กองยา สำนักงานคณะกรรมการอาหารและยา', 'Medicines Regulation Division, Food and Drug Administration'),
    provincialHealth({ th: 'งานร้านขายยา', en: 'Pharmacies' }),
  ),
  cosmetic: split(
    unit('fda', 'กองควบคุมเครื่องสำอางและวัตถุอันตราย สำนักงานคณะกรรมการอาหารและยา', 'Cosmetics and Hazardous Substances Control Division, Food and Drug Administration'),
    provincialHealth({ th: 'งานเครื่องสำอาง', en: 'Cosmetics' }),
  ),
  consumer: everywhere(
    unit('ocpb', 'กองคุ้มครองผู้บริโภคด้านธุรกิจขายตรงและตลาดแบบตรง สคบ.', 'Direct Sales and Direct Marketing Division, Office of the Consumer Protection Board'),
  ),
  electricity: split(
    unit('mea', 'การไฟฟ้านครหลวง พื้นที่{}', 'Metropolitan Electricity Authority, {}'),
    unit('pea', 'การไฟฟ้าส่วนภูมิภาค จังหวัด{}', 'Provincial Electricity Authority, {}'),
    metropolis,
  ),
  water: split(
    unit('mwa', 'การประปานครหลวง พื้นที่{}', 'Metropolitan Waterworks Authority, {}'),
    unit('pwa', 'การประปาส่วนภูมิภาค จังหวัด{}', 'Provincial Waterworks Authority, {}'),
    metropolis,
  ),
  crop: split(
    unit('doa', 'สำนักควบคุมพืชและวัสดุการเกษตร กรมวิชาการเกษตร', 'Office of Agricultural Regulation, Department of Agriculture'),
    unit('doa', 'ศูนย์วิจัยและพัฒนาการเกษตรที่รับผิดชอบจังหวัด{}', 'Agricultural Research and Development Centre in charge of {}'),
  ),
  livestock: split(
    unit('dld', 'กองควบคุมอาหารและยาสัตว์ กรมปศุสัตว์', 'Animal Feed and Veterinary Products Control Division, Department of Livestock Development'),
    unit('dld', 'สำนักงานปศุสัตว์จังหวัด{}', '{} Provincial Livestock Office'),
  ),
};

/** Done at one place for the whole country. */
const NATIONWIDE: readonly CentralDutyCode[] = ['consumer'];

export const CENTRAL_DUTIES = Object.keys(CENTRAL) as CentralDutyCode[];

export function isCentral(duty: DutyCode): duty is CentralDutyCode {
  return Object.hasOwn(CENTRAL, duty);
}

/** The unit that does a duty for a province, the code of the province that it is numbered by, and its title. */
export function centralUnit(duty: CentralDutyCode, { code, title }: Province): { agency: AgencyCode; seat: string; title: Text } {
  const { around, there, elsewhere } = CENTRAL[duty];
  const { agency, title: pattern } = around.includes(code) ? there : elsewhere;
  return {
    agency,
    seat: NATIONWIDE.includes(duty) ? CAPITAL : code,
    title: { th: pattern.th.replace('{}', title.th), en: pattern.en.replace('{}', title.en) },
  };
}
