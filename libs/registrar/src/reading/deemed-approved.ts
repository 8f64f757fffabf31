import { wordFor, type LicenceDefinition, type Text } from '@anuyat/licence-kit';

/** That an office's silence counted as approval, with the law by which it did. */
export function deemedApproved({ deemedApproval }: Pick<LicenceDefinition, 'deemedApproval'>): Text {
  const word = wordFor('event.deemedApproved');
  if (typeof deemedApproval !== 'object') return word;
  const { law, section } = deemedApproval.citation;
  return { th: `${word.th} (${law.th} มาตรา ${section})`, en: `${word.en} (${law.en} s.${section})` };
}
