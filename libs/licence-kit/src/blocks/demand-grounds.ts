import type { Citation } from '../definition/source';
import type { Text } from '../definition/text';

/** A ground on which an office may demand something after the one notice. */
export interface DemandGround {
  code: string;
  title: Text;
  citation: Citation;
  /** Whether the section's wording was confirmed against the gazette; what was not is marked on screen. */
  isVerified: boolean;
}

const facilitation: Text = { th: 'พ.ร.บ. การอำนวยความสะดวกในการพิจารณาอนุญาตของทางราชการ พ.ศ. 2558', en: 'Licensing Facilitation Act B.E. 2558' };
const procedure: Text = { th: 'พ.ร.บ. วิธีปฏิบัติราชการทางปกครอง พ.ศ. 2539', en: 'Administrative Procedure Act B.E. 2539' };

/**
 * Every ground for a second demand. After the applicant delivered what manual and notice say, nothing more may be demanded (Licensing
 * Facilitation Act B.E. 2558 s.8); these are the exceptions.
 */
export const demandGrounds: readonly DemandGround[] = [
  {
    code: 'officials-fault',
    title: { th: 'ความบกพร่องของเจ้าหน้าที่เอง รวมถึงการตรวจไม่ทันช่วงแจ้งรวม ทำให้ออกใบอนุญาตไม่ได้', en: 'The office’s own fault, such as not checking within the shared time, makes it impossible to issue' },
    citation: { law: facilitation, section: '8' },
    isVerified: false,
  },
  {
    code: 'new-facts',
    title: { th: 'ผู้ยื่นคำขอแจ้งข้อเท็จจริงใหม่ซึ่งไม่อยู่ในคำขอเดิม', en: 'The applicant brought new facts that were not in the application' },
    citation: { law: procedure, section: '28' },
    isVerified: false,
  },
];

export function findDemandGround(code: unknown): DemandGround | undefined {
  return demandGrounds.find((ground) => ground.code === code);
}
