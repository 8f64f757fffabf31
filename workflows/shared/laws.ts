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
} satisfies Record<string, Text>;

/** A section of one of the laws that these licences rest on. */
export function cite(law: keyof typeof names, section: string): Citation {
  return { law: names[law], section };
}
