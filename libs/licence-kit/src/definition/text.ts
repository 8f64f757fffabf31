/** Words in both languages; neither may be empty. */
export interface Text {
  th: string;
  en: string;
}

export type Language = keyof Text;

/** The languages in the order in which they are offered. */
export const LANGUAGES: readonly Language[] = ['th', 'en'];
