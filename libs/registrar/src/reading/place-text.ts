import { formatAddress } from '@anuyat/dictionary/reference';
import type { Text } from '@anuyat/licence-kit';

/** Where a business is, in words, from the codes that a case keeps: subdistrict, district, province. */
export function placeText(place: Record<string, string | null> | null): Text {
  const address = { subdistrict: place?.['subdistrict'] ?? '' };
  return { th: formatAddress(address, 'th'), en: formatAddress(address, 'en') };
}
