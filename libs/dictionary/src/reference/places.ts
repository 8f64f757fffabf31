import { findProvince, provinces, type Province } from '../rules/provinces';
import type { Text } from '@anuyat/licence-kit';
import data from './data/places.json' with { type: 'json' };

export interface District {
  /** Four digits; the first two are its province. */
  code: string;
  title: Text;
  province: string;
}

export interface Subdistrict {
  /** Six digits; the first four are its district. */
  code: string;
  title: Text;
  district: string;
  province: string;
  /** The usual postcode first; a few subdistricts are served by several offices. */
  postcodes: readonly [string, ...string[]];
}

/** A subdistrict with all that lies around it. */
export interface Whereabouts {
  province: Province;
  district: District;
  subdistrict: Subdistrict;
}

const districtsByCode = new Map(
  data.districts.map(([code = '', th = '', en = '']): [string, District] => [code, { code, title: { th, en }, province: code.slice(0, 2) }]),
);

const subdistrictsByCode = new Map(
  data.subdistricts.map(([code = '', th = '', en = '', codes = '']): [string, Subdistrict] => {
    const [first = '', ...others] = codes.split(',');
    return [code, { code, title: { th, en }, district: code.slice(0, 4), province: code.slice(0, 2), postcodes: [first, ...others] }];
  }),
);

/** All 928 districts in the order of their codes. */
export const districts: readonly District[] = [...districtsByCode.values()];

/** All 7,436 subdistricts in the order of their codes. */
export const subdistricts: readonly Subdistrict[] = [...subdistrictsByCode.values()];

const districtsByProvince = Map.groupBy(districts, (district) => district.province);
const subdistrictsByDistrict = Map.groupBy(subdistricts, (subdistrict) => subdistrict.district);

/** The districts of a province, by Thai name; none for an unknown province. */
export function districtsOf(province: string): readonly District[] {
  return inThaiOrder(districtsByProvince.get(province) ?? []);
}

/** The subdistricts of a district, by Thai name; none for an unknown district. */
export function subdistrictsOf(district: string): readonly Subdistrict[] {
  return inThaiOrder(subdistrictsByDistrict.get(district) ?? []);
}

/** The provinces by Thai name, as lists show them. */
export function provincesInThaiOrder(): readonly Province[] {
  return inThaiOrder(provinces);
}

/** A district by its four digits. */
export function findDistrict(code: string): District | undefined {
  return districtsByCode.get(code);
}

/** A subdistrict by its six digits, with district and province. */
export function findWhereabouts(subdistrict: string): Whereabouts | undefined {
  const found = subdistrictsByCode.get(subdistrict);
  const district = found && districtsByCode.get(found.district);
  const province = found && findProvince(found.province);
  return found && district && province ? { province, district, subdistrict: found } : undefined;
}

/** As {@link findWhereabouts}; throws where there is no such subdistrict. */
export function getWhereabouts(subdistrict: string): Whereabouts {
  const found = findWhereabouts(subdistrict);
  if (!found) throw new Error(`There is no subdistrict "${subdistrict}"; codes have six digits, such as 200703.`);
  return found;
}

const thai = new Intl.Collator('th');

function inThaiOrder<T extends { title: Text }>(areas: readonly T[]): readonly T[] {
  return [...areas].sort((a, b) => thai.compare(a.title.th, b.title.th));
}
