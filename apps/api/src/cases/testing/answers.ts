import type { CaseAnswers } from '@anuyat/licence-kit';

/** A case to open: the journey with its questions, and what the form asks afterwards, by path. */
export interface FilledCase {
  journey: string;
  questions: CaseAnswers;
  changes: Record<string, unknown>;
}

const person = {
  'applicant.personalId': '1234567890121',
  'applicant.title': 'mr',
  'applicant.firstName': 'สมชาย',
  'applicant.lastName': 'ใจดี',
  'applicant.phone': '081-234-5678',
  'applicant.email': 'somchai@example.com',
};

const watthana = { subdistrict: '103901', district: '1039', province: '10', postcode: '10110' };
const thungSukhla = { subdistrict: '200703', district: '2007', province: '20', postcode: '20230' };

const restaurant: Record<string, unknown> = {
  ...person,
  business: { nameTh: 'ครัวบ้านสวน', nameEn: 'Baan Suan Kitchen', activities: ['56101'], capitalBaht: 500_000, startDate: '2026-12-15' },
  'premises.address.houseNo': '88/1',
  'premises.tenure': 'own',
  'premises.openingHours': 'ทุกวัน 10.00–22.00 น.',
  'premises.position': { lat: 13.7367, lon: 100.5683 },
  workers: { men: 3, women: 4 },
  commerce: { goods: 'อาหารตามสั่งและเครื่องดื่ม', managedBy: 'owner', hasBranches: false },
  food: { kind: 'sell', dishes: 'อาหารตามสั่ง', seats: 40, waterSource: 'mains', hasGreaseTrap: true },
};

/** A small restaurant in Watthana, Bangkok, which sells liquor and has a sign. */
export const watthanaRestaurant: FilledCase = {
  journey: 'open-a-restaurant',
  questions: {
    applicant: { kind: 'person' },
    premises: { areaSqm: 120, address: watthana },
    plan: { sellsLiquor: true, hasSign: true, roastsCoffee: false, hasLiveMusic: false },
  },
  changes: {
    ...restaurant,
    liquor: { type: '2', isVatRegistered: false, nearby: 'none', wasRevoked: false },
    signs: [{ kind: 'thai', isMoving: false, widthCm: 300, heightCm: 100, sides: 1, text: 'ครัวบ้านสวน' }],
    signTax: { isFirstYear: true, shownFrom: '2026-12-10' },
  },
};

/** A small café in Laem Chabang city, Chonburi, without liquor or sign. */
export const laemChabangCafe: FilledCase = {
  journey: 'open-a-restaurant',
  questions: {
    applicant: { kind: 'person' },
    premises: { areaSqm: 60, address: thungSukhla },
    plan: { sellsLiquor: false, hasSign: false, roastsCoffee: false, hasLiveMusic: false },
  },
  changes: restaurant,
};

/** A factory in the Laem Chabang estate, for a company of the one who files. */
export const estateFactory: FilledCase = {
  journey: 'factory-in-an-estate',
  questions: {
    premises: { estate: 'laem-chabang', address: thungSukhla },
    workers: { men: 60, women: 40 },
    machinery: { horsepower: 480 },
    factory: { kind: 77 },
    plan: { isHazardousToHealth: false, hasSign: false },
  },
  changes: {
    'applicant.kind': 'juristic',
    'applicant.juristicId': '0205568000016',
    'applicant.nameTh': 'บริษัท ตัวอย่างชลบุรี จำกัด',
    'applicant.phone': '038123456',
    'applicant.email': 'office@example.com',
    business: { nameTh: 'ตัวอย่างชลบุรี', activities: ['29301'], capitalBaht: 50_000_000, startDate: '2027-03-01' },
    'premises.address.houseNo': '49',
    'premises.areaSqm': 4_000,
    'premises.tenure': 'own',
    'premises.storeys': 1,
    'premises.openingHours': 'จันทร์–เสาร์ 8.00–17.00 น.',
    'premises.position': { lat: 13.0766, lon: 100.9092 },
    'factory.products': 'ชิ้นส่วนยานยนต์',
    'factory.rawMaterials': 'เหล็กแผ่น',
    'factory.wastewaterM3PerDay': 5,
    'factory.hasBoiler': false,
    'factory.waste': 'เศษโลหะส่งรีไซเคิล',
    'factory.needsEia': false,
    estateUse: { plotNo: 'A12', areaRai: 10, landRight: 'leased', zoneKind: 'general', foreignSharePercent: 0, waterM3PerDay: 20, powerKva: 500 },
  },
};
