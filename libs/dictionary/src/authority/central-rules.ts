import type { Citation, DutyCode, LawCode, Source, Text } from '@anuyat/licence-kit';
import { provinceTh } from '../reference/postal-address';
import { isBangkok, law, unverified, type AuthorityRule } from './authority-rule';
import { findCentralOffice } from './offices';
import type { Place } from './place';

interface CentralLaw {
  id: string;
  laws: readonly LawCode[];
  duty: DutyCode;
  because(place: Place): Text;
  citation: Citation;
  source: Source;
}

/** A law that a central agency holds everywhere: an estate, a zone or a municipality changes nothing. */
const central = ({ id, laws, duty, because, citation, source }: CentralLaw): AuthorityRule => ({
  id,
  laws,
  holdsAt: () => true,
  findOffice: (place, asked) => (asked === duty ? findCentralOffice(duty, place.province.code) : undefined),
  because,
  citation,
  source,
});

/** One office in Bangkok, others in the provinces: the reason names the one that decides. */
const byProvince = (what: Text, inBangkok: Text, elsewhere: Text) => (place: Place): Text =>
  isBangkok(place)
    ? { th: `${what.th}ในกรุงเทพมหานครเป็นอำนาจของ${inBangkok.th}`, en: `${what.en} in Bangkok are for ${inBangkok.en}.` }
    : { th: `${what.th}ใน${provinceTh(place)}เป็นอำนาจของ${elsewhere.th}`, en: `${what.en} in ${place.province.title.en} are for ${elsewhere.en}.` };

const provincialHealth: Text = { th: 'ผู้ว่าราชการจังหวัดโดยสำนักงานสาธารณสุขจังหวัด', en: 'its Governor through the provincial public health office' };

const theCrops: Omit<CentralLaw, 'id' | 'laws' | 'citation' | 'source'> = {
  duty: 'crop',
  because: byProvince(
    { th: 'การขายปุ๋ยและเมล็ดพันธุ์ควบคุม', en: 'Sales of fertiliser and controlled seed' },
    { th: 'กรมวิชาการเกษตร', en: 'the Department of Agriculture' },
    { th: 'ศูนย์วิจัยและพัฒนาการเกษตรของกรมวิชาการเกษตร', en: 'the Department of Agriculture’s centre in charge of it' },
  ),
};

/** Laws of the central agencies, each with the unit that acts for it at a place. Sections and dates are to be confirmed. */
export const centralRules: readonly AuthorityRule[] = [
  central({
    id: 'excise-area',
    laws: ['excise'],
    duty: 'excise',
    because: (place) => ({
      th: `การขายสุรา ยาสูบ และไพ่เป็นอำนาจของกรมสรรพสามิต ที่ตั้งใน${provinceTh(place)}อยู่ในความรับผิดชอบของสำนักงานสรรพสามิตพื้นที่`,
      en: `Liquor, tobacco and playing cards are for the Excise Department, and ${place.province.title.en} belongs to this area office.`,
    }),
    citation: law('พระราชบัญญัติภาษีสรรพสามิต พ.ศ. 2560', 'Excise Tax Act B.E. 2560', '155'),
    source: unverified('Excise Tax Act; provinces with several area offices need the districts of each', '2017-09-16'),
  }),
  central({
    id: 'factory',
    laws: ['factory'],
    duty: 'factory',
    because: (place) =>
      isBangkok(place)
        ? { th: 'โรงงานในกรุงเทพมหานครอยู่ในอำนาจของกรมโรงงานอุตสาหกรรม', en: 'Factories in Bangkok are for the Department of Industrial Works.' }
        : {
            th: `โรงงานในจังหวัด${place.province.title.th}อยู่ในอำนาจของสำนักงานอุตสาหกรรมจังหวัด`,
            en: `Factories in ${place.province.title.en} are for its provincial industry office.`,
          },
    citation: law('พระราชบัญญัติโรงงาน พ.ศ. 2535', 'Factory Act B.E. 2535', '12'),
    source: unverified('Factory Act as amended 2562; delegation to provincial industry offices', '1992-07-08'),
  }),
  central({
    id: 'environment',
    laws: ['environment'],
    duty: 'environment',
    because: (place) => ({
      th: `หน่วยงานสิ่งแวดล้อมที่รับผิดชอบ${provinceTh(place)}เป็นผู้ให้ความเห็น`,
      en: `The environment office in charge of ${place.province.title.en} gives its opinion.`,
    }),
    citation: law('พระราชบัญญัติส่งเสริมและรักษาคุณภาพสิ่งแวดล้อมแห่งชาติ พ.ศ. 2535', 'Enhancement and Conservation of the National Environmental Quality Act B.E. 2535', '80'),
    source: unverified('National Environmental Quality Act; unit to be confirmed by the ministry', '1992-06-04'),
  }),
  central({
    id: 'company-registrar',
    laws: ['civil-commercial'],
    duty: 'company',
    because: byProvince(
      { th: 'การจดทะเบียนบริษัทและห้างหุ้นส่วนที่มีสำนักงานใหญ่', en: 'Registrations of companies and partnerships with a head office' },
      { th: 'กรมพัฒนาธุรกิจการค้า', en: 'the Department of Business Development' },
      { th: 'สำนักงานพาณิชย์จังหวัด', en: 'its provincial commerce office' },
    ),
    citation: law('ประมวลกฎหมายแพ่งและพาณิชย์ พ.ศ. 2468', 'Civil and Commercial Code B.E. 2468', '1016'),
    source: unverified('Civil and Commercial Code; registration may be asked for at any office and online, the seat’s is taken here', '1929-04-01'),
  }),
  central({
    id: 'revenue-area',
    laws: ['revenue-code'],
    duty: 'tax',
    because: (place) => ({
      th: `สถานประกอบการใน${provinceTh(place)}อยู่ในท้องที่ของสำนักงานสรรพากรพื้นที่นี้`,
      en: `Places of business in ${place.province.title.en} belong to this area revenue office.`,
    }),
    citation: law('ประมวลรัษฎากร พ.ศ. 2481', 'Revenue Code B.E. 2481', '85'),
    source: unverified('Revenue Code; provinces with several area offices need the districts of each', '1992-01-01'),
  }),
  central({
    id: 'hotel-registrar',
    laws: ['hotel'],
    duty: 'hotel',
    because: byProvince(
      { th: 'โรงแรม', en: 'Hotels' },
      { th: 'อธิบดีกรมการปกครองในฐานะนายทะเบียน', en: 'the Director-General of the Department of Provincial Administration as registrar' },
      { th: 'ผู้ว่าราชการจังหวัดในฐานะนายทะเบียน รับเรื่องที่ที่ทำการปกครองจังหวัด', en: 'its Governor as registrar, through the provincial administration office' },
    ),
    citation: law('พระราชบัญญัติโรงแรม พ.ศ. 2547', 'Hotel Act B.E. 2547', '15'),
    source: unverified('Registrars as described in guides to the Hotel Act; applications are also received at district offices', '2005-05-12'),
  }),
  central({
    id: 'entertainment-venue',
    laws: ['entertainment'],
    duty: 'venue',
    because: byProvince(
      { th: 'สถานบริการ', en: 'Entertainment venues' },
      { th: 'กองบัญชาการตำรวจนครบาล', en: 'the Metropolitan Police Bureau' },
      { th: 'ผู้ว่าราชการจังหวัด รับเรื่องที่ที่ทำการปกครองจังหวัดหรืออำเภอ', en: 'its Governor, through the provincial or district administration office' },
    ),
    citation: law('พระราชบัญญัติสถานบริการ พ.ศ. 2509', 'Entertainment Venues Act B.E. 2509', '4'),
    source: unverified('Entertainment Venues Act as amended 2546; competent officers to be confirmed', '2004-01-13'),
  }),
  central({
    id: 'video-registrar',
    laws: ['film-video'],
    duty: 'culture',
    because: byProvince(
      { th: 'ร้านวีดิทัศน์', en: 'Video shops' },
      { th: 'กรมส่งเสริมวัฒนธรรม', en: 'the Department of Cultural Promotion' },
      { th: 'สำนักงานวัฒนธรรมจังหวัด', en: 'its provincial culture office' },
    ),
    citation: law('พระราชบัญญัติภาพยนตร์และวีดิทัศน์ พ.ศ. 2551', 'Film and Video Act B.E. 2551', '53'),
    source: unverified('Film and Video Act; the manual for karaoke shops says that one applies in the province of the shop', '2008-06-02'),
  }),
  central({
    id: 'health-establishment',
    laws: ['health-establishment'],
    duty: 'wellness',
    because: byProvince(
      { th: 'สถานประกอบการเพื่อสุขภาพ', en: 'Health establishments' },
      { th: 'กรมสนับสนุนบริการสุขภาพ', en: 'the Department of Health Service Support' },
      provincialHealth,
    ),
    citation: law('พระราชบัญญัติสถานประกอบการเพื่อสุขภาพ พ.ศ. 2559', 'Health Establishments Act B.E. 2559', '12'),
    source: unverified('Health Establishments Act; delegation to be confirmed', '2016-09-27'),
  }),
  central({
    id: 'sanatorium',
    laws: ['sanatorium'],
    duty: 'clinic',
    because: byProvince(
      { th: 'สถานพยาบาล', en: 'Sanatoria' },
      { th: 'กรมสนับสนุนบริการสุขภาพ', en: 'the Department of Health Service Support' },
      provincialHealth,
    ),
    citation: law('พระราชบัญญัติสถานพยาบาล พ.ศ. 2541', 'Sanatorium Act B.E. 2541', '16'),
    source: unverified('Sanatorium Act; delegation to be confirmed', '1998-03-25'),
  }),
  central({
    id: 'pharmacy',
    laws: ['drug'],
    duty: 'drug',
    because: byProvince(
      { th: 'ร้านขายยา', en: 'Pharmacies' },
      { th: 'สำนักงานคณะกรรมการอาหารและยา', en: 'the Food and Drug Administration' },
      provincialHealth,
    ),
    citation: law('พระราชบัญญัติยา พ.ศ. 2510', 'Drug Act B.E. 2510', '12'),
    source: unverified('Drug Act; guides name the FDA’s Secretary-General for Bangkok and the Governor elsewhere', '1967-10-20'),
  }),
  central({
    id: 'cosmetics',
    laws: ['cosmetic'],
    duty: 'cosmetic',
    because: byProvince(
      { th: 'การจดแจ้งเครื่องสำอางของผู้ประกอบการ', en: 'Cosmetics of businesses' },
      { th: 'สำนักงานคณะกรรมการอาหารและยา', en: 'the Food and Drug Administration' },
      { th: 'สำนักงานสาธารณสุขจังหวัดซึ่งได้รับมอบหมาย', en: 'the provincial public health office, which acts for the FDA' },
    ),
    citation: law('พระราชบัญญัติเครื่องสำอาง พ.ศ. 2558', 'Cosmetics Act B.E. 2558', '14'),
    source: unverified('Cosmetics Act; what provinces may notify themselves is to be confirmed by the FDA', '2015-09-09'),
  }),
  central({
    id: 'direct-sales-registrar',
    laws: ['direct-sales'],
    duty: 'consumer',
    because: () => ({
      th: 'การขายตรงและตลาดแบบตรงทั่วประเทศจดทะเบียนต่อสำนักงานคณะกรรมการคุ้มครองผู้บริโภค',
      en: 'Direct sale and direct marketing are registered with the Office of the Consumer Protection Board for the whole country.',
    }),
    citation: law('พระราชบัญญัติขายตรงและตลาดแบบตรง พ.ศ. 2545', 'Direct Sale and Direct Marketing Act B.E. 2545', '38'),
    source: unverified('Direct Sale and Direct Marketing Act', '2002-08-28'),
  }),
  central({
    id: 'electricity-supply',
    laws: ['electricity'],
    duty: 'electricity',
    because: (place) => ({
      th: `${provinceTh(place)}อยู่ในเขตจำหน่ายของการไฟฟ้าแห่งนี้`,
      en: `${place.province.title.en} is supplied by this electricity authority.`,
    }),
    citation: law('พระราชบัญญัติการประกอบกิจการพลังงาน พ.ศ. 2550', 'Energy Industry Act B.E. 2550', '47'),
    source: unverified('MEA: Bangkok, Nonthaburi, Samut Prakan; PEA elsewhere', '2007-12-11'),
  }),
  central({
    id: 'water-supply',
    laws: ['water'],
    duty: 'water',
    because: (place) => ({
      th: `${provinceTh(place)}อยู่ในเขตจำหน่ายน้ำของการประปาแห่งนี้`,
      en: `${place.province.title.en} is supplied by this waterworks authority.`,
    }),
    citation: law('พระราชบัญญัติการประปาส่วนภูมิภาค พ.ศ. 2522', 'Provincial Waterworks Authority Act B.E. 2522', '5'),
    source: unverified('MWA (Act B.E. 2510): Bangkok, Nonthaburi, Samut Prakan; PWA elsewhere; some places have municipal waterworks', '1979-02-28'),
  }),
  central({
    id: 'fertiliser',
    laws: ['fertiliser'],
    ...theCrops,
    citation: law('พระราชบัญญัติปุ๋ย พ.ศ. 2518', 'Fertiliser Act B.E. 2518', '12'),
    source: unverified('Fertiliser Act; units of the Department of Agriculture to be confirmed', '1975-01-15'),
  }),
  central({
    id: 'controlled-seed',
    laws: ['plant-variety'],
    ...theCrops,
    citation: law('พระราชบัญญัติพันธุ์พืช พ.ศ. 2518', 'Plant Varieties Act B.E. 2518', '14'),
    source: unverified('Plant Varieties Act; units of the Department of Agriculture to be confirmed', '1975-03-25'),
  }),
  central({
    id: 'animal-feed',
    laws: ['animal-feed'],
    duty: 'livestock',
    because: byProvince(
      { th: 'การขายอาหารสัตว์ควบคุมเฉพาะ', en: 'Sales of specially controlled animal feed' },
      { th: 'กรมปศุสัตว์', en: 'the Department of Livestock Development' },
      { th: 'สำนักงานปศุสัตว์จังหวัด', en: 'its provincial livestock office' },
    ),
    citation: law('พระราชบัญญัติควบคุมคุณภาพอาหารสัตว์ พ.ศ. 2558', 'Animal Feed Quality Control Act B.E. 2558', '15'),
    source: unverified('Animal Feed Quality Control Act; provincial livestock offices publish that they receive applications', '2015-03-06'),
  }),
];
