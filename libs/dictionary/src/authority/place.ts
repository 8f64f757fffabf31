import type { Text } from '@anuyat/licence-kit';
import { findEstate } from '../reference/estates';
import { findLocalAuthority } from '../reference/local-authorities';
import { findWhereabouts } from '../reference/places';
import { districtTh, provinceTh, subdistrictTh, type AddressAnswers } from '../reference/postal-address';
import type { Territory } from '../reference/territory';
import { findZone } from '../reference/zones';

interface Area {
  code: string;
  title: Text;
}

/** What the portal knows of the place of business, in words and codes. */
export interface Place {
  province: Area;
  district: Area;
  subdistrict: Area;
  localAuthority: Area | null;
  estate: Area | null;
  zone: Area | null;
}

/** The facts `place.*` that rules read: codes, and null for what does not hold, so that a comparison is never unknown. */
export interface PlaceFacts {
  province: string;
  district: string;
  subdistrict: string;
  localAuthority: string | null;
  estate: string | null;
  zone: string | null;
}

/** The answers under `premises` that decide where a business is. */
export interface PremisesAnswers {
  address?: AddressAnswers;
  estate?: string | null;
  zone?: string | null;
}

/** Something wrong with where a business is said to be. */
export interface PlaceProblem {
  /** Path of the fact. */
  path: string;
  code: 'unknown-place' | 'place-mismatch';
  message: Text;
}

/** The place of a business; undefined until its subdistrict is known. An estate that is a promoted zone gives the zone. */
export function placeOf(premises: PremisesAnswers): Place | undefined {
  const whereabouts = findWhereabouts(premises.address?.subdistrict ?? '');
  if (!whereabouts) return undefined;
  const estate = findEstate(premises.estate ?? '');
  const zone = findZone(premises.zone ?? estate?.zone ?? '');
  const authority = findLocalAuthority(whereabouts.subdistrict.code);
  return {
    province: areaOf(whereabouts.province),
    district: areaOf(whereabouts.district),
    subdistrict: areaOf(whereabouts.subdistrict),
    localAuthority: authority ? areaOf(authority) : null,
    estate: estate ? areaOf(estate) : null,
    zone: zone ? areaOf(zone) : null,
  };
}

/** The `place.*` facts of a place. */
export function placeFacts(place: Place): PlaceFacts {
  return {
    province: place.province.code,
    district: place.district.code,
    subdistrict: place.subdistrict.code,
    localAuthority: place.localAuthority?.code ?? null,
    estate: place.estate?.code ?? null,
    zone: place.zone?.code ?? null,
  };
}

/** What of the stated place does not fit together: unknown codes, a district of another province, an estate elsewhere. */
export function findPlaceProblems(premises: PremisesAnswers): PlaceProblem[] {
  const { subdistrict, district, province } = premises.address ?? {};
  const found = findWhereabouts(subdistrict ?? '');
  const problems: PlaceProblem[] = [];
  if (subdistrict !== undefined && !found) {
    problems.push({ path: 'premises.address.subdistrict', code: 'unknown-place', message: { th: 'ไม่พบตำบลหรือแขวงนี้ เลือกจากรายการ', en: 'There is no such subdistrict; choose one from the list' } });
  }
  if (found && district !== undefined && district !== found.district.code) {
    problems.push(mismatch('premises.address.district', `${subdistrictTh(found)}อยู่ใน${districtTh(found)}`, `${found.subdistrict.title.en} is in ${found.district.title.en} District`));
  }
  if (found && province !== undefined && province !== found.province.code) {
    problems.push(mismatch('premises.address.province', `${subdistrictTh(found)}อยู่ใน${provinceTh(found)}`, `${found.subdistrict.title.en} is in ${found.province.title.en}`));
  }
  return [
    ...problems,
    ...territoryProblems('premises.estate', premises.estate, findEstate, found),
    ...territoryProblems('premises.zone', premises.zone, findZone, found),
  ];
}

type Found = ReturnType<typeof findWhereabouts>;

function territoryProblems(path: string, code: string | null | undefined, find: (code: string) => Territory | undefined, place: Found): PlaceProblem[] {
  if (code === undefined || code === null || code === '') return [];
  const territory = find(code);
  if (!territory) return [{ path, code: 'unknown-place', message: { th: 'ไม่พบพื้นที่นี้ เลือกจากรายการ', en: 'There is no such area; choose one from the list' } }];
  if (!place || territory.province === place.province.code) return [];
  return [mismatch(path, `${territory.title.th}ไม่ได้อยู่ใน${provinceTh(place)}`, `${territory.title.en} is not in ${place.province.title.en}`)];
}

function mismatch(path: string, th: string, en: string): PlaceProblem {
  return { path, code: 'place-mismatch', message: { th, en } };
}

function areaOf({ code, title }: Area): Area {
  return { code, title };
}
