import type { Text } from '../definition/text';

/** Two licences that give one name two meanings, so that their forms cannot be one. */
export class FormConflict extends Error {
  constructor(
    /** Path of the fact, or code of the document. */
    readonly path: string,
    /** Codes of the two licences. */
    readonly licences: readonly [string, string],
    reason: Text,
  ) {
    super(`“${licences[0]}” and “${licences[1]}” do not mean the same by “${path}”: ${reason.en}`);
    this.name = 'FormConflict';
    this.text = {
      th: `“${licences[0]}” กับ “${licences[1]}” ใช้ “${path}” ในความหมายต่างกัน: ${reason.th}`,
      en: this.message,
    };
  }

  readonly text: Text;
}
