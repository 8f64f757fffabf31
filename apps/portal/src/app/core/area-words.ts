import type { Language } from '@anuyat/licence-kit';

type Load = () => Promise<{ default: object }>;

/** Where the words of each area are; a new area adds a line here and uses {@link wordsOf} in its routes. */
export const AREA_WORDS: Record<string, Record<Language, Load>> = {
  root: { th: () => import('../../i18n/th.json'), en: () => import('../../i18n/en.json') },
  public: { th: () => import('../public/i18n/th.json'), en: () => import('../public/i18n/en.json') },
  my: { th: () => import('../my/i18n/th.json'), en: () => import('../my/i18n/en.json') },
};
