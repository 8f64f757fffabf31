import { paperAge, type LicenceDefinition, type PaperDates } from '@anuyat/licence-kit';

/** A paper of the last filing. */
export interface HandedIn extends PaperDates {
  id: string;
  code: string;
}

/**
 * The papers of the last filing that a new one may rest on as well: those that it still asks for, unless they have expired or grown too old
 * meanwhile. These are asked for anew; one that nobody has dated yet is carried over, and its day is asked. Pure.
 * @param today ISO date, in Thailand.
 */
export function carriedPapers<T extends HandedIn>(papers: readonly T[], { documents }: Pick<LicenceDefinition, 'documents'>, today: string): T[] {
  return papers.filter((paper) => {
    const asked = documents.find(({ code }) => code === paper.code);
    return asked !== undefined && !['expired', 'too-old'].includes(paperAge(paper, asked, today));
  });
}
