import { districtsOf, findDistrict, findWhereabouts, placeFacts, placeOf, provincesInThaiOrder, routeAuthority, subdistrictsOf, type Office, type Place, type PlaceFacts } from '@anuyat/dictionary/reference';
import type { DutyCode, LawCode, Text } from '@anuyat/licence-kit';

/** What a routing was decided from. */
export interface RoutedBy {
  place: PlaceFacts;
  filing: { date: string };
  law: LawCode;
  duty: DutyCode;
}

/** Another place, as near as can be, for which another office decides. */
export interface PlaceTurn {
  where: Text;
  office: Office;
}

/** The place of codes that were kept; undefined where the area is no longer known. */
export function placeFrom({ subdistrict, estate, zone }: PlaceFacts): Place | undefined {
  return placeOf({ address: { subdistrict }, estate, zone });
}

/**
 * The smallest change of the place that another office would answer: out of the estate or zone; else the next subdistrict, district,
 * province. Each is routed before it is shown. Undefined where one office decides for the whole country.
 */
export function findPlaceTurn({ place, filing, law, duty }: RoutedBy, office: string): PlaceTurn | undefined {
  for (const { facts, where } of otherPlaces(place)) {
    const there = placeFrom(facts);
    const routed = there && routeAuthority({ law, duty, place: there, on: filing.date });
    if (routed && routed.office.code !== office) return { where, office: routed.office };
  }
  return undefined;
}

function* otherPlaces(place: PlaceFacts): Generator<{ facts: PlaceFacts; where: Text }> {
  const here = placeFrom(place);
  const { estate, zone } = here ?? {};
  if (estate) yield { facts: { ...place, estate: null, zone: null }, where: { th: `ไม่ได้อยู่ใน${estate.title.th}`, en: `not in ${estate.title.en}` } };
  if (zone && !estate) yield { facts: { ...place, zone: null }, where: { th: `ไม่ได้อยู่ใน${zone.title.th}`, en: `not in ${zone.title.en}` } };
  const outside = (subdistrict: string): PlaceFacts[] => {
    const there = placeOf({ address: { subdistrict } });
    return there ? [placeFacts(there)] : [];
  };
  for (const { code, title } of subdistrictsOf(place.district)) {
    for (const facts of outside(code)) yield { facts, where: { th: `อยู่ใน${title.th} ${districtName(place.district).th}`, en: `in ${title.en}, ${districtName(place.district).en}` } };
  }
  const firstOf = (district: string) => outside(subdistrictsOf(district)[0]?.code ?? '');
  for (const { code } of districtsOf(place.province)) {
    for (const facts of firstOf(code)) yield { facts, where: { th: `อยู่ใน${districtName(code).th}`, en: `in ${districtName(code).en}` } };
  }
  for (const { code, title } of provincesInThaiOrder()) {
    for (const facts of firstOf(districtsOf(code)[0]?.code ?? '')) yield { facts, where: { th: `อยู่ในจังหวัด${title.th}`, en: `in ${title.en}` } };
  }
}

function districtName(code: string): Text {
  const title = findDistrict(code)?.title ?? { th: code, en: code };
  return { th: `${code.startsWith('10') ? 'เขต' : 'อำเภอ'}${title.th}`, en: title.en };
}

/** The name of a subdistrict with its district and province. */
export function subdistrictName(code: string): Text | undefined {
  const found = findWhereabouts(code);
  return found && { th: `${found.subdistrict.title.th} ${districtName(found.district.code).th} ${found.province.title.th}`, en: `${found.subdistrict.title.en}, ${found.district.title.en}, ${found.province.title.en}` };
}
