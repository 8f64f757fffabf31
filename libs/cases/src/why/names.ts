import { findProvince } from '@anuyat/dictionary';
import { estates, findActivity, findDistrict, findEstate, findLocalAuthorityByCode, findZone, zones } from '@anuyat/dictionary/reference';
import { getFactAt, type Choices, type Facts, type Text } from '@anuyat/licence-kit';
import { subdistrictName } from './place-turns';

/** Names of the codes that no form lists. */
export function nameOf(path: string, value: unknown): Text | undefined {
  const code = String(value);
  switch (path.slice(path.lastIndexOf('.') + 1)) {
    case 'province':
      return findProvince(code)?.title;
    case 'district':
      return findDistrict(code)?.title;
    case 'subdistrict':
      return subdistrictName(code);
    case 'localAuthority':
      return findLocalAuthorityByCode(code)?.title;
    case 'estate':
      return findEstate(code)?.title;
    case 'zone':
      return findZone(code)?.title;
    case 'tsic':
      return findActivity(code)?.title;
    default:
      return undefined;
  }
}

/** Values of facts that are chosen from the register: estates and zones of the case's province. */
export function choicesIn(facts: Facts): Choices {
  const province = getFactAt(facts, 'place.province');
  return (path, field) => {
    const all = field['x-widget'] === 'estate' ? estates : field['x-widget'] === 'zone' ? zones : [];
    return all.filter((territory) => province === undefined || territory.province === province).map(({ code }) => code);
  };
}
