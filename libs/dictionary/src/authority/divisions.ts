import type { DutyCode, Text } from '@anuyat/licence-kit';
import type { LocalAuthorityType } from '../reference/local-authorities';

export type Divisions = Partial<Record<DutyCode, Text>>;

const department = (th: string, en: string): Text => ({ th, en });

const bangkokDistrict: Divisions = {
  registry: department('ฝ่ายปกครอง', 'Administrative Section'),
  sanitation: department('ฝ่ายสิ่งแวดล้อมและสุขาภิบาล', 'Environment and Sanitation Section'),
  building: department('ฝ่ายโยธา', 'Public Works Section'),
  revenue: department('ฝ่ายรายได้', 'Revenue Section'),
};

const city: Divisions = {
  registry: department('สำนักปลัดเทศบาล', "Municipal Clerk's Bureau"),
  sanitation: department('สำนักสาธารณสุขและสิ่งแวดล้อม', 'Public Health and Environment Bureau'),
  building: department('สำนักช่าง', 'Public Works Bureau'),
  revenue: department('สำนักคลัง', 'Finance Bureau'),
};

const smaller = (clerk: Text): Divisions => ({
  registry: clerk,
  sanitation: department('กองสาธารณสุขและสิ่งแวดล้อม', 'Public Health and Environment Division'),
  building: department('กองช่าง', 'Public Works Division'),
  revenue: department('กองคลัง', 'Finance Division'),
});

const municipality = smaller(department('สำนักปลัดเทศบาล', "Municipal Clerk's Office"));
const organisation = smaller(department('สำนักปลัด', "Clerk's Office"));

/** The division of each kind of local authority that does a duty. Names differ here and there and are unverified. */
export const localDivisions: Readonly<Record<LocalAuthorityType, Divisions>> = {
  'bangkok-district': bangkokDistrict,
  pattaya: {
    registry: department('สำนักปลัดเมืองพัทยา', "City Clerk's Bureau"),
    sanitation: department('สำนักสาธารณสุข', 'Public Health Bureau'),
    building: department('สำนักช่าง', 'Public Works Bureau'),
    revenue: department('สำนักคลัง', 'Finance Bureau'),
  },
  city,
  town: municipality,
  'subdistrict-municipality': municipality,
  'subdistrict-organisation': organisation,
  'not-recorded': organisation,
};

/** The desks of EECO's one-stop service, one for each law of the Eastern Special Development Zone Act s.43 that is used here. */
export const eecoDesks: Divisions = {
  registry: department('งานทะเบียนพาณิชย์', 'Commercial Registration Desk'),
  sanitation: department('งานสาธารณสุข', 'Public Health Desk'),
  building: department('งานควบคุมอาคาร', 'Building Control Desk'),
  factory: department('งานโรงงาน', 'Factory Desk'),
};
