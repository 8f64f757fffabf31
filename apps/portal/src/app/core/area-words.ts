import type { Language } from '@anuyat/licence-kit';

type Load = () => Promise<{ default: object }>;

/** Where the words of each area are; a new area adds a line here and uses {@link wordsOf} in its routes. */
export const AREA_WORDS: Record<string, Record<Language, Load>> = {
  root: { th: () => import('../../i18n/th.json'), en: () => import('../../i18n/en.json') },
  home: { th: () => import('../home/i18n/th.json'), en: () => import('../home/i18n/en.json') },
  public: { th: () => import('../public/i18n/th.json'), en: () => import('../public/i18n/en.json') },
  my: { th: () => import('../my/i18n/th.json'), en: () => import('../my/i18n/en.json') },
  desk: { th: () => import('../desk/i18n/th.json'), en: () => import('../desk/i18n/en.json') },
  monitor: { th: () => import('../monitor/i18n/th.json'), en: () => import('../monitor/i18n/en.json') },
  admin: { th: () => import('../admin/i18n/th.json'), en: () => import('../admin/i18n/en.json') },
};
