import type { CaseAnswers } from '@anuyat/licence-kit';

/** A business that somebody opens: what is asked, by whom, and what is answered. */
export interface Story {
  applicant: string;
  journey: string;
  /** The journey's questions. */
  quiz: CaseAnswers;
  /** Everything else in the form. */
  rest: CaseAnswers;
}

const watthana = { subdistrict: '103901', district: '1039', province: '10', postcode: '10110' };
const laemChabang = { subdistrict: '200703', district: '2007', province: '20', postcode: '20230' };

/** A large restaurant with liquor, signs and live music in Bangkok: several offices at once. */
export const restaurant: Story = {
  applicant: 'somchai',
  journey: 'open-a-restaurant',
  quiz: {
    applicant: { kind: 'person' },
    premises: { address: watthana, areaSqm: 320 },
    plan: { sellsLiquor: true, hasSign: true, roastsCoffee: false, hasLiveMusic: false },
  },
  rest: {
    applicant: { kind: 'person', personalId: '8999900000011', title: 'mr', firstName: 'สมชาย', lastName: 'ใจดี', phone: '0812345678', email: 'somchai@example.com' },
    business: { nameTh: 'ครัวน้ำใส', nameEn: 'Khrua Nam Sai', activities: ['56101'], capitalBaht: 1500000, startDate: '2027-02-01' },
    premises: {
      address: { houseNo: '88/1', soi: 'สุขุมวิท 31', road: 'สุขุมวิท', ...watthana },
      areaSqm: 320, tenure: 'rent', storeys: 2, buildingUse: 'commercial', openingHours: 'ทุกวัน 10.00–22.00 น.', position: { lat: 13.7367, lon: 100.5683 },
    },
    workers: { men: 8, women: 12 },
    commerce: { goods: 'อาหารและเครื่องดื่ม', managedBy: 'owner', hasBranches: false },
    food: { kind: 'sell', dishes: 'อาหารไทยและอาหารทะเล', seats: 120, waterSource: 'mains', hasGreaseTrap: true, wastewaterTo: 'sewer', toilets: 6, usesGas: true, gasKg: 96 },
    building: { permitNo: 'อ.1-120/2567' },
    liquor: { type: '2', isVatRegistered: false, nearby: 'none', wasRevoked: false },
    signs: [{ kind: 'thai', isMoving: false, widthCm: 300, heightCm: 100, sides: 1, text: 'ครัวน้ำใส' }],
    signTax: { isFirstYear: true, shownFrom: '2027-01-15' },
  },
};

/** A small café in Laem Chabang: a notification, a registration, a sign. */
export const cafe: Story = {
  applicant: 'malee',
  journey: 'open-a-restaurant',
  quiz: {
    applicant: { kind: 'person' },
    premises: { address: laemChabang, areaSqm: 60 },
    plan: { sellsLiquor: false, hasSign: true, roastsCoffee: false, hasLiveMusic: false },
  },
  rest: {
    ...restaurant.rest,
    applicant: { kind: 'person', personalId: '1234567890121', title: 'miss', firstName: 'มาลี', lastName: 'มีสุข', phone: '0898765432', email: 'malee@example.com' },
    business: { nameTh: 'กาแฟริมเล', nameEn: 'Rim Le Coffee', activities: ['56302'], capitalBaht: 300000, startDate: '2027-01-10' },
    premises: {
      address: { houseNo: '12/5', moo: '9', road: 'สุขุมวิท', ...laemChabang },
      areaSqm: 60, tenure: 'own', storeys: 1, buildingUse: 'commercial', openingHours: 'ทุกวัน 7.00–18.00 น.', position: { lat: 13.0827, lon: 100.8836 },
    },
    workers: { men: 1, women: 2 },
    food: { kind: 'sell', dishes: 'กาแฟและเบเกอรี่', seats: 20, waterSource: 'mains', hasGreaseTrap: true, wastewaterTo: 'sewer', toilets: 1, usesGas: false },
    signs: [{ kind: 'mixed', isMoving: false, widthCm: 200, heightCm: 80, sides: 1, text: 'กาแฟริมเล RIM LE' }],
  },
};

/** A parts plant of a company in the Laem Chabang estate: land, factory and sign. */
export const factory: Story = {
  applicant: 'wichai',
  journey: 'factory-in-an-estate',
  quiz: {
    premises: { address: laemChabang, estate: 'laem-chabang' },
    workers: { men: 90, women: 60 },
    machinery: { horsepower: 450 },
    factory: { kind: 77 },
    plan: { isHazardousToHealth: false, hasSign: true },
  },
  rest: {
    applicant: {
      kind: 'juristic', juristicId: '0205568000016', nameTh: 'บริษัท ตัวอย่างชลบุรี จำกัด', nameEn: 'Example Chonburi Co., Ltd.', phone: '038123456', email: 'plant@example.com',
    },
    business: { nameTh: 'โรงงานชิ้นส่วนตัวอย่าง', nameEn: 'Example Parts Plant', activities: ['29301'], capitalBaht: 120000000, startDate: '2027-06-01' },
    premises: {
      address: { houseNo: '9', moo: '3', ...laemChabang },
      estate: 'laem-chabang', tenure: 'own', areaSqm: 15000, storeys: 2, openingHours: 'จันทร์–เสาร์ 8.00–20.00 น.', buildingUse: 'industrial', position: { lat: 13.0766, lon: 100.9092 },
    },
    workers: { men: 90, women: 60 },
    machinery: { horsepower: 450 },
    factory: {
      kind: 77, products: 'ชิ้นส่วนยานยนต์ 800 ตันต่อปี', rawMaterials: 'เหล็กแผ่น 900 ตันต่อปี', wastewaterM3PerDay: 80, hasBoiler: false,
      waste: 'เศษเหล็ก 5 ตันต่อเดือน ส่งผู้รับกำจัดที่ได้รับอนุญาต', needsEia: false,
    },
    estateUse: { plotNo: 'M-7', areaRai: 8, landRight: 'leased', zoneKind: 'general', foreignSharePercent: 0, waterM3PerDay: 120, powerKva: 2500 },
    signs: [{ kind: 'mixed', isMoving: false, widthCm: 400, heightCm: 120, sides: 1, text: 'ตัวอย่างชลบุรี EXAMPLE CHONBURI' }],
    signTax: { isFirstYear: true, shownFrom: '2027-05-15' },
  },
};
