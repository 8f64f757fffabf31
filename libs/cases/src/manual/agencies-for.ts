import { provincesInThaiOrder, districtsOf, estates, getAgency, placeOf, routeAuthority, subdistrictsOf, zones, type AgencyCode, type PremisesAnswers } from '@anuyat/dictionary/reference';
import type { DutyCode, LawCode, Text } from '@anuyat/licence-kit';

const known = new Map<string, Text[]>();

/** Every agency that has authority somewhere under a law, found by routing places of all kinds through the table of authority. */
export function agenciesFor(law: LawCode, duty: DutyCode): Text[] {
  const key = `${law} ${duty}`;
  const found = known.get(key) ?? [...new Set(samples().flatMap((premises) => agencyAt(law, duty, premises)))].map((code) => getAgency(code).title);
  known.set(key, found);
  return found;
}

function agencyAt(law: LawCode, duty: DutyCode, premises: PremisesAnswers): AgencyCode[] {
  const place = placeOf(premises);
  if (!place) return [];
  try {
    return [routeAuthority({ law, duty, place }).office.agency.code as AgencyCode];
  } catch {
    return [];
  }
}

let places: PremisesAnswers[] | undefined;

/** A place in each province, in Pattaya, and one in each estate and zone. */
function samples(): PremisesAnswers[] {
  const firstIn = (province: string) => subdistrictsOf(districtsOf(province)[0]?.code ?? '')[0]?.code ?? '';
  places ??= [
    ...provincesInThaiOrder().map(({ code }) => ({ address: { subdistrict: firstIn(code) } })),
    { address: { subdistrict: '200402' } },
    ...estates.map(({ code, province }) => ({ address: { subdistrict: firstIn(province) }, estate: code })),
    ...zones.map(({ code, province }) => ({ address: { subdistrict: firstIn(province) }, zone: code })),
  ];
  return places;
}
