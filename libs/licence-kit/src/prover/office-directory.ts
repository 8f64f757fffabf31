import type { DutyCode, LawCode, OfficePermission } from '../definition/licence-definition';
import type { Text } from '../definition/text';

/** An office that a lane leads to at some place, with the people who may act in it. */
export interface StaffedOffice {
  title: Text;
  /** Whoever holds a permission there, by any name that tells people apart. */
  people: readonly { name: string; permissions: readonly OfficePermission[] }[];
}

/** Who has authority where, and who works there: what the prover has to know of the world. */
export interface OfficeDirectory {
  /** One row for each place that is looked at; without an office where nobody has authority. */
  officesFor(law: LawCode, duty: DutyCode): readonly { place: Text; office: StaffedOffice | undefined }[];
}
