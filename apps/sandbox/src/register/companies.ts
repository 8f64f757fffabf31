import { personas } from '@anuyat/identity/personas';

/** A company of the played register; nobody of it exists. */
export interface PlayedCompany {
  juristicId: string;
  nameTh: string;
  nameEn: string;
  status: string;
  directors: { title: string; firstName: string; lastName: string }[];
  signing: string;
}

const active = 'ยังดำเนินกิจการอยู่';
const alone = 'กรรมการหนึ่งคนลงลายมือชื่อและประทับตราสำคัญของบริษัท';

function directorsOf(...hints: string[]): PlayedCompany['directors'] {
  return hints.map((hint) => {
    const persona = personas.find((one) => one.hint === hint);
    if (!persona) throw new Error(`There is no persona "${hint}".`);
    return persona.parts.th;
  });
}

/** The companies that the sandbox's register knows: two of the seeded director's, one with two directors, one that is abandoned. */
export const companies: readonly PlayedCompany[] = [
  { juristicId: '0105999999994', nameTh: 'บริษัท ตัวอย่างกรุงเทพ จำกัด', nameEn: 'Example Bangkok Co., Ltd.', status: active, directors: directorsOf('wichai'), signing: alone },
  { juristicId: '0205568000016', nameTh: 'บริษัท ตัวอย่างชลบุรี จำกัด', nameEn: 'Example Chonburi Co., Ltd.', status: active, directors: directorsOf('wichai'), signing: alone },
  { juristicId: '0105999999013', nameTh: 'บริษัท ครัวสมมุติ จำกัด', nameEn: 'Imaginary Kitchen Co., Ltd.', status: active, directors: directorsOf('somchai', 'malee'), signing: 'นายสมชาย ใจดี ลงลายมือชื่อร่วมกับ นางสาวมาลี มีสุข' },
  { juristicId: '0105999999021', nameTh: 'บริษัท ร้างตัวอย่าง จำกัด', nameEn: 'Abandoned Example Co., Ltd.', status: 'ร้าง', directors: directorsOf('somchai'), signing: alone },
];
