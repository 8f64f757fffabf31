import { getOffice, sealerOf } from '@anuyat/dictionary/reference';
import type { LicenceDefinition } from '@anuyat/licence-kit';
import { writeLicenceCode } from '@anuyat/licence-code';
import type { KeyRing } from '@anuyat/seals';
import type { EntityManager } from 'typeorm';
import type { LicenceRow } from '../licences';
import { writeCredential } from './credential';

const TAKE_INDEX = `
  WITH counted AS (INSERT INTO number_series AS s (series, last) VALUES ($3, 0) ON CONFLICT (series) DO UPDATE SET last = s.last + 1 RETURNING last)
  INSERT INTO licence_status (number, edition, agency, index) SELECT $1, $2, $4, last FROM counted RETURNING index`;

/** What machines read of a paper. */
export interface MachinePapers {
  /** Digits for the QR code, after the `#` of its address. */
  code: string;
  /** The licence as SD-JWT VC. */
  credential: string;
}

/** Writes the code and the credential of a licence's newest edition, with a place in the agency's list of withdrawn papers. */
export async function writeMachinePapers(tx: EntityManager, row: LicenceRow, definition: LicenceDefinition, { ring, publicUrl, at }: { ring: KeyRing; publicUrl: string; at: Date }): Promise<MachinePapers> {
  const agency = sealerOf(getOffice(row.office)).code;
  const [key, codeKey] = [ring.find(agency, 'paper'), ring.find(agency, 'code')];
  if (!key || !codeKey) throw new Error(`${agency} lacks a key.`);
  const [taken]: { index: number }[] = await tx.query(TAKE_INDEX, [row.number, row.edition, `status:${agency}`, agency]);
  const statusIndex = taken?.index ?? 0;
  const coded = {
    number: row.number, edition: row.edition, code: row.code, agency, holder: row.holder, businessName: row.business_name ?? '', place: row.place_th,
    issuedOn: row.issued_on, validUntil: row.valid_until, statusIndex,
  };
  return {
    code: await writeLicenceCode(coded, codeKey.kid, (bytes) => codeKey.sign(bytes)),
    credential: await writeCredential({ row, definition, key, statusIndex, publicUrl, at }),
  };
}
