import type { DutyCode, Text } from '@anuyat/licence-kit';
import { estates, findEstate } from '../reference/estates';
import { findLocalAuthorityByCode, localAuthorities, type LocalAuthority } from '../reference/local-authorities';
import { findProvince, provinces, type Province } from '../rules/provinces';
import { agencies, getAgency, type AgencyCode } from './agencies';
import { appealBody, hasAppealBodyInEachProvince } from './appeal-bodies';
import { CAPITAL, CENTRAL_DUTIES, centralUnit, isCentral, type CentralDutyCode } from './central-offices';
import { eecoDesks, localDivisions } from './divisions';

/** A unit with one duty and its own inbox; `code` never changes. */
export interface Office {
  code: string;
  title: Text;
  agency: { code: string; title: Text };
  duty: DutyCode;
}

const DUTIES: readonly DutyCode[] = ['registry', 'sanitation', 'building', 'revenue', 'estate', 'appeals', ...CENTRAL_DUTIES];

/** The office of a local authority for a duty; undefined where it has no such division. */
export function findLocalOffice(authority: LocalAuthority, duty: DutyCode): Office | undefined {
  const division = localDivisions[authority.type][duty];
  if (!division) return undefined;
  const title = { th: `${division.th} ${authority.title.th}`, en: `${division.en}, ${authority.title.en}` };
  const agency: AgencyCode = authority.type === 'bangkok-district' ? 'bma' : authority.type === 'pattaya' ? 'pattaya' : 'lao';
  return office(`${authority.code}-${duty}`, title, agency, duty);
}

/** IEAT's office of an estate, which does all of its duties there; the head office where no estate is given. */
export function findEstateOffice(estateCode?: string): Office | undefined {
  if (estateCode === undefined) {
    return office('ieat-hq-estate', { th: 'ศูนย์บริการเบ็ดเสร็จ การนิคมอุตสาหกรรมแห่งประเทศไทย สำนักงานใหญ่', en: 'IEAT One-Stop Service Centre, Head Office' }, 'ieat', 'estate');
  }
  const estate = findEstate(estateCode);
  return estate && office(`ieat-${estate.code}-estate`, { th: `สำนักงาน${estate.title.th}`, en: `${estate.title.en} Office` }, 'ieat', 'estate');
}

/** The desk of EECO's one-stop service for a duty; undefined where it has none. */
export function findEecoOffice(duty: DutyCode): Office | undefined {
  const desk = eecoDesks[duty];
  const title = desk && { th: `${desk.th} ศูนย์บริการเบ็ดเสร็จครบวงจร สกพอ.`, en: `${desk.en}, EEC One-Stop Service` };
  return title && office(`eeco-${duty}`, title, 'eeco', duty);
}

/** The office of a central agency for a province. */
export function findCentralOffice(duty: DutyCode, provinceCode: string): Office | undefined {
  const province = findProvince(provinceCode);
  return province && isCentral(duty) ? centralOffice(duty, province) : undefined;
}

/** Who decides appeals for an agency: in a province where it has a body in each, else at its head; undefined for an unknown agency or province. */
export function findAppealOffice(agency: string, provinceCode: string): Office | undefined {
  const known = agencies.find(({ code }) => code === agency);
  const province = findProvince(provinceCode);
  if (!known || !province) return undefined;
  const seat = hasAppealBodyInEachProvince(known.code) ? province : findProvince(CAPITAL);
  return seat && office(`${agency}-${seat.code}-appeals`, appealBody(known, seat), known.code, 'appeals');
}

/** An office by its code; also of places that no list holds, such as `lao-200707-sanitation`. */
export function findOffice(code: string): Office | undefined {
  const duty = DUTIES.find((known) => code.endsWith(`-${known}`));
  const found = duty && officeOf(code.slice(0, -duty.length - 1), duty);
  return found?.code === code ? found : undefined;
}

/** As {@link findOffice}; throws for a code that no office has. */
export function getOffice(code: string): Office {
  const found = findOffice(code);
  if (!found) throw new Error(`There is no office "${code}".`);
  return found;
}

/** Every office of the recorded authorities: Bangkok, Pattaya, the recorded municipalities, IEAT, EECO and the central agencies' areas. */
export function listOffices(): Office[] {
  const offices = [
    ...localAuthorities.flatMap((authority) => DUTIES.map((duty) => findLocalOffice(authority, duty))),
    findEstateOffice(),
    ...estates.map((estate) => findEstateOffice(estate.code)),
    ...DUTIES.map((duty) => findEecoOffice(duty)),
    ...agencies.flatMap(({ code }) => provinces.map((province) => findAppealOffice(code, province.code))),
    ...CENTRAL_DUTIES.flatMap((duty) => provinces.map((province) => findCentralOffice(duty, province.code))),
  ].filter((found) => found !== undefined);
  return [...new Map(offices.map((found) => [found.code, found])).values()];
}

function officeOf(owner: string, duty: DutyCode): Office | undefined {
  const local = findLocalAuthorityByCode(owner);
  if (local) return findLocalOffice(local, duty);
  if (owner === 'eeco') return findEecoOffice(duty);
  if (owner === 'ieat-hq') return findEstateOffice();
  const [, prefix, rest = ''] = /^([a-z]+)-(.+)$/.exec(owner) ?? [];
  if (duty === 'appeals') return findAppealOffice(prefix ?? '', rest);
  return prefix === 'ieat' ? findEstateOffice(rest) : findCentralOffice(duty, rest);
}

function centralOffice(duty: CentralDutyCode, province: Province): Office {
  const { agency, seat, title } = centralUnit(duty, province);
  return office(`${agency}-${seat}-${duty}`, title, agency, duty);
}

function office(code: string, title: Text, agency: AgencyCode, duty: DutyCode): Office {
  return { code, title, agency: { code: agency, title: getAgency(agency).title }, duty };
}
