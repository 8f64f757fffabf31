import type { DutyCode, LawCode } from '@anuyat/licence-kit';
import { findLocalAuthorityByCode } from '../reference/local-authorities';
import { isBangkok, law, unverified, type AuthorityRule } from './authority-rule';
import { centralRules } from './central-rules';
import { findEecoOffice, findEstateOffice, findLocalOffice, type Office } from './offices';
import type { Place } from './place';

const LOCAL_LAWS: readonly LawCode[] = ['commercial-registration', 'public-health', 'building-control', 'signboard-tax'];

const localOffice = (place: Place, duty: DutyCode): Office | undefined => {
  const authority = findLocalAuthorityByCode(place.localAuthority?.code ?? '');
  return authority && findLocalOffice(authority, duty);
};

const localCitation = law('พระราชบัญญัติกำหนดแผนและขั้นตอนการกระจายอำนาจให้แก่องค์กรปกครองส่วนท้องถิ่น พ.ศ. 2542', 'Decentralisation Plan and Process Act B.E. 2542', '16');

/**
 * Who has authority, first match wins. The whole table is configuration: a change of law is a new line with its own
 * date, above or in place of the old one.
 */
export const authorityRules: readonly AuthorityRule[] = [
  {
    id: 'estate',
    laws: ['building-control', 'factory', 'public-health', 'ieat'],
    holdsAt: (place) => place.estate !== null,
    findOffice: (place) => findEstateOffice(place.estate?.code),
    because: ({ estate }) => ({
      th: `ที่ตั้งอยู่ใน${estate?.title.th ?? ''} กนอ. จึงเป็นผู้พิจารณาเรื่องนี้ในพื้นที่นิคม`,
      en: `The place is in ${estate?.title.en ?? ''}, where IEAT decides this matter.`,
    }),
    citation: law('พระราชบัญญัติการนิคมอุตสาหกรรมแห่งประเทศไทย พ.ศ. 2522', 'Industrial Estate Authority of Thailand Act B.E. 2522', '42'),
    source: unverified('IEAT Act; section to be confirmed by IEAT', '1979-03-25'),
  },
  {
    id: 'estate-water',
    laws: ['water'],
    holdsAt: (place) => place.estate !== null,
    findOffice: (place) => findEstateOffice(place.estate?.code),
    because: ({ estate }) => ({
      th: `ที่ตั้งอยู่ใน${estate?.title.th ?? ''} ซึ่งมีระบบประปาของนิคมเอง`,
      en: `The place is in ${estate?.title.en ?? ''}, which has waterworks of its own.`,
    }),
    citation: law('พระราชบัญญัติการนิคมอุตสาหกรรมแห่งประเทศไทย พ.ศ. 2522', 'Industrial Estate Authority of Thailand Act B.E. 2522', '6'),
    source: unverified('IEAT Act, objectives; whether an estate or its developer supplies water is to be confirmed estate by estate', '1979-03-25'),
  },
  {
    id: 'promoted-zone',
    laws: ['building-control', 'public-health', 'commercial-registration', 'factory'],
    holdsAt: (place) => place.zone !== null,
    findOffice: (_place, duty) => findEecoOffice(duty),
    because: ({ zone }) => ({
      th: `ที่ตั้งอยู่ใน${zone?.title.th ?? ''} เลขาธิการ สกพอ. จึงเป็นผู้อนุญาตตามกฎหมายนี้`,
      en: `The place is in ${zone?.title.en ?? ''}, where the EEC Secretary-General decides under this law.`,
    }),
    citation: law('พระราชบัญญัติเขตพัฒนาพิเศษภาคตะวันออก พ.ศ. 2561', 'Eastern Special Development Zone Act B.E. 2561', '43'),
    source: unverified('Eastern Special Development Zone Act s.43; list of laws to be confirmed by EECO', '2018-05-15'),
  },
  {
    id: 'estate-head-office',
    laws: ['ieat'],
    holdsAt: () => true,
    findOffice: () => findEstateOffice(),
    because: () => ({
      th: 'ยังไม่ได้ระบุนิคมอุตสาหกรรม กนอ. สำนักงานใหญ่จึงเป็นผู้รับเรื่อง',
      en: 'No industrial estate is given, so IEAT’s head office takes the application.',
    }),
    citation: law('พระราชบัญญัติการนิคมอุตสาหกรรมแห่งประเทศไทย พ.ศ. 2522', 'Industrial Estate Authority of Thailand Act B.E. 2522', '41'),
    source: unverified('IEAT handbook: applications are taken at the estate or at the head office', '1979-03-25'),
  },
  {
    id: 'bangkok-district',
    laws: LOCAL_LAWS,
    holdsAt: isBangkok,
    findOffice: localOffice,
    because: ({ district }) => ({
      th: `ที่ตั้งอยู่ในเขต${district.title.th} ผู้อำนวยการเขตจึงเป็นผู้พิจารณาแทนผู้ว่าราชการกรุงเทพมหานคร`,
      en: `The place is in ${district.title.en} District, whose director decides for the Governor of Bangkok.`,
    }),
    citation: law('พระราชบัญญัติระเบียบบริหารราชการกรุงเทพมหานคร พ.ศ. 2528', 'Bangkok Metropolitan Administration Act B.E. 2528', '89'),
    source: unverified('Delegation by the Governor of Bangkok; special and large buildings go to the Public Works Department', '1985-09-01'),
  },
  {
    id: 'pattaya',
    laws: LOCAL_LAWS,
    holdsAt: (place) => place.localAuthority?.code === 'pattaya',
    findOffice: localOffice,
    because: ({ subdistrict }) => ({
      th: `ที่ตั้งในตำบล${subdistrict.title.th}อยู่ในเขตเมืองพัทยา นายกเมืองพัทยาจึงเป็นผู้พิจารณา`,
      en: `The place in ${subdistrict.title.en} is in Pattaya City, whose mayor decides.`,
    }),
    citation: law('พระราชบัญญัติระเบียบบริหารราชการเมืองพัทยา พ.ศ. 2542', 'Pattaya City Administration Act B.E. 2542', '62'),
    source: unverified('Pattaya City Administration Act; subdistricts to be confirmed', '1999-11-30'),
  },
  {
    id: 'local-authority',
    laws: LOCAL_LAWS,
    holdsAt: (place) => place.localAuthority !== null,
    findOffice: localOffice,
    because: ({ subdistrict, localAuthority }) => ({
      th: `ที่ตั้งในตำบล${subdistrict.title.th}อยู่ในความดูแลของ${localAuthority?.title.th ?? ''}`,
      en: `The place in ${subdistrict.title.en} is in the care of ${localAuthority?.title.en ?? ''}.`,
    }),
    citation: localCitation,
    source: unverified('Local authority of the subdistrict; to be confirmed with the Department of Local Administration', '1999-11-18'),
  },
  ...centralRules,
];
