import type { Text } from '@anuyat/licence-kit';
import { findLocalAuthorityByCode } from '../reference/local-authorities';
import { findAgency } from './agencies';
import type { Office } from './offices';

/** Whose seal is on a paper. */
export interface Sealer {
  /** An agency's code, or that of a local authority such as `lao-laem-chabang`. */
  code: string;
  title: Text;
}

/**
 * Who seals the papers of an office: municipalities and subdistrict organisations each for themselves, for each is a juristic person (Municipality Act
 * B.E. 2496 s.7; Subdistrict Council and Subdistrict Administrative Organisation Act B.E. 2537 s.43); all others with their agency's seal.
 */
export function sealerOf({ code, agency, duty }: Office): Sealer {
  const owner = code.slice(0, -duty.length - 1);
  return (agency.code === 'lao' ? findSealer(owner) : undefined) ?? agency;
}

/** A sealer by its code; undefined for a code that nobody has. */
export function findSealer(code: string): Sealer | undefined {
  const agency = findAgency(code);
  if (agency) return { code: agency.code, title: agency.title };
  const authority = code.startsWith('lao-') ? findLocalAuthorityByCode(code) : undefined;
  return authority && { code: authority.code, title: authority.title };
}
