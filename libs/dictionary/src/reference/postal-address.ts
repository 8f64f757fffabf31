import type { Language } from '@anuyat/licence-kit';
import { findWhereabouts } from './places';

/** The answers under `premises.address`. */
export interface AddressAnswers {
  houseNo?: string;
  moo?: string;
  soi?: string;
  road?: string;
  subdistrict?: string;
  district?: string;
  province?: string;
  postcode?: string;
}

/** An address on one line as it is written on papers: with ตำบล/อำเภอ/จังหวัด, or แขวง/เขต in Bangkok. */
export function formatAddress(address: AddressAnswers, language: Language): string {
  const place = findWhereabouts(address.subdistrict ?? '');
  const parts = language === 'th' ? thaiParts(address, place) : englishParts(address, place);
  return parts.filter((part) => part !== '').join(language === 'th' ? ' ' : ', ');
}

type Place = ReturnType<typeof findWhereabouts>;

function thaiParts({ houseNo, moo, soi, road, postcode }: AddressAnswers, place: Place): string[] {
  const isBangkok = place?.province.code === '10';
  const [sub, district] = isBangkok ? ['แขวง', 'เขต'] : ['ตำบล', 'อำเภอ'];
  return [
    houseNo ?? '',
    labelled('หมู่ที่ ', moo),
    labelled('ซอย', soi),
    labelled('ถนน', road),
    labelled(sub, place?.subdistrict.title.th),
    labelled(district, place?.district.title.th),
    isBangkok ? 'กรุงเทพมหานคร' : labelled('จังหวัด', place?.province.title.th),
    postcode ?? '',
  ];
}

function englishParts({ houseNo, moo, soi, road, postcode }: AddressAnswers, place: Place): string[] {
  const province = [place?.province.title.en, postcode].filter(Boolean).join(' ');
  return [
    houseNo ?? '',
    labelled('Moo ', moo),
    labelled('Soi ', soi),
    road ? `${road} Road` : '',
    labelled('', place && `${place.subdistrict.title.en} Subdistrict`),
    labelled('', place && `${place.district.title.en} District`),
    province,
  ];
}

function labelled(label: string, value: string | undefined): string {
  return value ? `${label}${value}` : '';
}
