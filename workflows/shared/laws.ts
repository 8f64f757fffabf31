import type { Citation, Text } from '@anuyat/licence-kit';

const names = {
  licensingFacilitation: {
    th: 'พระราชบัญญัติการอำนวยความสะดวกในการพิจารณาอนุญาตของทางราชการ พ.ศ. 2558',
    en: 'Licensing Facilitation Act B.E. 2558',
  },
  commercialRegistration: { th: 'พระราชบัญญัติทะเบียนพาณิชย์ พ.ศ. 2499', en: 'Commercial Registration Act B.E. 2499' },
  publicHealth: { th: 'พระราชบัญญัติการสาธารณสุข พ.ศ. 2535', en: 'Public Health Act B.E. 2535' },
  buildingControl: { th: 'พระราชบัญญัติควบคุมอาคาร พ.ศ. 2522', en: 'Building Control Act B.E. 2522' },
  environment: {
    th: 'พระราชบัญญัติส่งเสริมและรักษาคุณภาพสิ่งแวดล้อมแห่งชาติ พ.ศ. 2535',
    en: 'Enhancement and Conservation of National Environmental Quality Act B.E. 2535',
  },
  excise: { th: 'พระราชบัญญัติภาษีสรรพสามิต พ.ศ. 2560', en: 'Excise Tax Act B.E. 2560' },
  alcoholControl: {
    th: 'พระราชบัญญัติควบคุมเครื่องดื่มแอลกอฮอล์ พ.ศ. 2551',
    en: 'Alcoholic Beverage Control Act B.E. 2551',
  },
  signboardTax: { th: 'พระราชบัญญัติภาษีป้าย พ.ศ. 2510', en: 'Signboard Tax Act B.E. 2510' },
  factory: { th: 'พระราชบัญญัติโรงงาน พ.ศ. 2535', en: 'Factory Act B.E. 2535' },
  ieat: {
    th: 'พระราชบัญญัติการนิคมอุตสาหกรรมแห่งประเทศไทย พ.ศ. 2522',
    en: 'Industrial Estate Authority of Thailand Act B.E. 2522',
  },
  civilCommercial: { th: 'ประมวลกฎหมายแพ่งและพาณิชย์ พ.ศ. 2468', en: 'Civil and Commercial Code B.E. 2468' },
  revenueCode: { th: 'ประมวลรัษฎากร พ.ศ. 2481', en: 'Revenue Code B.E. 2481' },
  tobaccoControl: { th: 'พระราชบัญญัติควบคุมผลิตภัณฑ์ยาสูบ พ.ศ. 2560', en: 'Tobacco Products Control Act B.E. 2560' },
  playingCards: { th: 'พระราชบัญญัติไพ่ พุทธศักราช 2486', en: 'Playing Cards Act B.E. 2486' },
  hotel: { th: 'พระราชบัญญัติโรงแรม พ.ศ. 2547', en: 'Hotel Act B.E. 2547' },
  filmVideo: { th: 'พระราชบัญญัติภาพยนตร์และวีดิทัศน์ พ.ศ. 2551', en: 'Film and Video Act B.E. 2551' },
  entertainment: { th: 'พระราชบัญญัติสถานบริการ พ.ศ. 2509', en: 'Entertainment Venues Act B.E. 2509' },
  healthEstablishment: { th: 'พระราชบัญญัติสถานประกอบการเพื่อสุขภาพ พ.ศ. 2559', en: 'Health Establishments Act B.E. 2559' },
  sanatorium: { th: 'พระราชบัญญัติสถานพยาบาล พ.ศ. 2541', en: 'Sanatorium Act B.E. 2541' },
  directSales: { th: 'พระราชบัญญัติขายตรงและตลาดแบบตรง พ.ศ. 2545', en: 'Direct Sale and Direct Marketing Act B.E. 2545' },
  energyIndustry: { th: 'พระราชบัญญัติการประกอบกิจการพลังงาน พ.ศ. 2550', en: 'Energy Industry Act B.E. 2550' },
  metropolitanWaterworks: { th: 'พระราชบัญญัติการประปานครหลวง พ.ศ. 2510', en: 'Metropolitan Waterworks Authority Act B.E. 2510' },
  provincialWaterworks: { th: 'พระราชบัญญัติการประปาส่วนภูมิภาค พ.ศ. 2522', en: 'Provincial Waterworks Authority Act B.E. 2522' },
  drug: { th: 'พระราชบัญญัติยา พ.ศ. 2510', en: 'Drug Act B.E. 2510' },
  cosmetic: { th: 'พระราชบัญญัติเครื่องสำอาง พ.ศ. 2558', en: 'Cosmetics Act B.E. 2558' },
  fertiliser: { th: 'พระราชบัญญัติปุ๋ย พ.ศ. 2518', en: 'Fertiliser Act B.E. 2518' },
  plantVariety: { th: 'พระราชบัญญัติพันธุ์พืช พ.ศ. 2518', en: 'Plant Varieties Act B.E. 2518' },
  animalFeed: { th: 'พระราชบัญญัติควบคุมคุณภาพอาหารสัตว์ พ.ศ. 2558', en: 'Animal Feed Quality Control Act B.E. 2558' },
} satisfies Record<string, Text>;

/** A section of one of the laws that these licences rest on. */
export function cite(law: keyof typeof names, section: string): Citation {
  return { law: names[law], section };
}
