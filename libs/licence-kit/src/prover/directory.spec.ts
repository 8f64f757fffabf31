import type { OfficePermission } from '../definition/licence-definition';
import { libraryCard } from '../testing/library-card';
import type { OfficeDirectory } from './office-directory';
import { prove } from './prove';

const everything: OfficePermission[] = ['review', 'inspect', 'approve', 'supervise'];
const place = { th: 'ในเมือง', en: 'the town' };
const title = { th: 'ห้องสมุดกลาง', en: 'the Central Library' };
const staffedWith = (...permissions: OfficePermission[]): OfficeDirectory => ({ officesFor: () => [{ place, office: { title, people: [{ name: 'somebody', permissions }] } }] });
const told = (directory: OfficeDirectory) => prove(libraryCard(), { directory }).promises.find(({ code }) => code === 'somebody-can-act');

describe('somebody-can-act', () => {
  it('is kept where every lane leads to somebody who may do all that it asks for', () => {
    expect(told(staffedWith(...everything))).toEqual({ code: 'somebody-can-act', isKept: true });
    expect(prove(libraryCard(), { directory: staffedWith(...everything) }).isProved).toBe(true);
  });

  it('is broken by an office where nobody may approve', () => {
    const found = told(staffedWith('review', 'inspect'));
    expect(found?.story?.en).toContain('Lending desk: nobody in the Central Library may “approve”.');
    expect(found?.story?.th).toContain('เคาน์เตอร์ยืมคืน: ไม่มีใครในห้องสมุดกลาง ที่มีสิทธิ “approve”');
    expect(prove(libraryCard(), { directory: staffedWith('review', 'inspect') }).isProved).toBe(false);
  });

  it('is broken by a place where no office has authority', () => {
    const found = told({ officesFor: (law) => [{ place, office: law === 'building-control' ? undefined : { title, people: [{ name: 'somebody', permissions: everything }] } }] });
    expect(found).toEqual({
      code: 'somebody-can-act',
      isKept: false,
      story: {
        th: 'ห้องหนังสือหายาก: ที่ในเมือง ไม่มีสำนักงานใดมีหน้าที่ “building” ตามกฎหมาย “building-control”',
        en: 'Rare books room: in the town no office has the duty “building” under the law “building-control”.',
      },
    });
  });

  it('is not looked into where nobody says who works where', () => {
    expect(prove(libraryCard()).promises.some(({ code }) => code === 'somebody-can-act')).toBe(false);
  });
});
