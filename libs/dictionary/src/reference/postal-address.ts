import type { Language } from '@anuyat/licence-kit';
import { findWhereabouts, type Whereabouts } from './places';

const BANGKOK = '10';

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

/** `ตำบลทุ่งสุขลา`, or `แขวงคลองเตยเหนือ` in Bangkok. */
export function subdistrictTh({ province, subdistrict }: Whereabouts): string {
  return `${province.code === BANGKOK ? 'แขวง' : 'ตำบล'}${subdistrict.title.th}`;
}

/** `อำเภอศรีราชา`, or `เขตวัฒนา` in Bangkok. */
export function districtTh({ province, district }: Whereabouts): string {
  return `${province.code === BANGKOK ? 'เขต' : 'อำเภอ'}${district.title.th}`;
}

/** `จังหวัดชลบุรี`, or `กรุงเทพมหานคร`, which is no province by name. */
export function provinceTh({ province }: Pick<Whereabouts, 'province'>): string {
  return province.code === BANGKOK ? province.title.th : `จังหวัด${province.title.th}`;
}

function thaiParts({ houseNo, moo, soi, road, postcode }: AddressAnswers, place: Whereabouts | undefined): string[] {
  return [
    houseNo ?? '',
    labelled('หมู่ที่ ', moo),
    labelled('ซอย', soi),
    labelled('ถนน', road),
    ...(place ? [subdistrictTh(place), districtTh(place), provinceTh(place)] : []),
    postcode ?? '',
  ];
}

function englishParts({ houseNo, moo, soi, road, postcode }: AddressAnswers, place: Whereabouts | undefined): string[] {
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
