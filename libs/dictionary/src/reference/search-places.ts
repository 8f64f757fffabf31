import { findProvince, provinces } from '../rules/provinces';
import { normalizeThai, toArabicDigits } from '../rules/thai-text';
import { findDistrict, findWhereabouts, subdistricts, type Whereabouts } from './places';

interface Entry {
  code: string;
  /** Names of subdistrict, district and province without spaces, Thai and then English. */
  names: readonly [sub: string, district: string, province: string][];
  postcodes: string;
}

const PREFIXES = /^(?:ตำบล|แขวง|อำเภอ|เขต|จังหวัด|ต\.|อ\.|จ\.)(?=.)/;
const LONGEST_QUERY = 80;

let entries: readonly Entry[] | undefined;

/**
 * Type-ahead over all subdistricts in Thai, English or by postcode: `ทุ่งสุขลา`, `map ta phut`, `สุรศักดิ์ ศรีราชา`, `20230`.
 * Every word must occur in the names of the place; best matches first.
 */
export function searchPlaces(query: string, limit = 10): Whereabouts[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const whole = words.join('');
  const ranked: { rank: number; code: string }[] = [];
  for (const entry of indexed()) {
    const rank = rankOf(entry, words, whole);
    if (rank !== undefined) ranked.push({ rank, code: entry.code });
  }
  return ranked
    .sort((a, b) => a.rank - b.rank || a.code.localeCompare(b.code))
    .slice(0, limit)
    .flatMap(({ code }) => findWhereabouts(code) ?? []);
}

function wordsOf(query: string): string[] {
  return toArabicDigits(normalizeThai(query.slice(0, LONGEST_QUERY)))
    .split(/[\s,/]+/)
    .map((word) => bare(word.replace(PREFIXES, '')))
    .filter((word) => word !== '');
}

function rankOf({ names, postcodes }: Entry, words: readonly string[], whole: string): number | undefined {
  if (/^\d{2,5}$/.test(whole)) return postcodes.split(',').some((code) => code.startsWith(whole)) ? 5 : undefined;
  let best: number | undefined;
  for (const [sub, district, province] of names) {
    const rank = rankInLanguage(sub, district, province, words, whole, postcodes);
    if (rank !== undefined && (best === undefined || rank < best)) best = rank;
  }
  return best;
}

function rankInLanguage(sub: string, district: string, province: string, words: readonly string[], whole: string, postcodes: string): number | undefined {
  if (sub === whole) return 0;
  const line = sub + district + province;
  if (sub.startsWith(whole)) return 1;
  if (line.startsWith(whole) || (words.length > 1 && sub === words[0] && words.every((word) => line.includes(word)))) return 1.5;
  if (district.startsWith(whole)) return 2;
  if (province.startsWith(whole)) return 3;
  if (sub.includes(whole)) return 4;
  return words.every((word) => line.includes(word) || postcodes.startsWith(word)) ? 6 : undefined;
}

function indexed(): readonly Entry[] {
  entries ??= subdistricts.map(({ code, title, district: districtCode, province: provinceCode, postcodes }) => {
    const district = findDistrict(districtCode)?.title ?? { th: '', en: '' };
    const province = findProvince(provinceCode)?.title ?? provinces[0]?.title ?? { th: '', en: '' };
    return {
      code,
      postcodes: postcodes.join(','),
      names: [
        [bare(title.th), bare(district.th), bare(province.th)],
        [bare(title.en), bare(district.en), bare(province.en)],
      ],
    };
  });
  return entries;
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[\s.'-]/g, '');
}
