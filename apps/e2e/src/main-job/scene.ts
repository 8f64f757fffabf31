import type { Language } from '@anuyat/licence-kit';
import type { Size } from '../support/person';
import type { Story } from '../../../sandbox/src/scenario/stories';
import { cafe, restaurant } from '../../../sandbox/src/scenario/stories';

/** One telling of the main job: who opens what, in which language, on what screen. */
export interface Scene {
  language: Language;
  size: Size;
  story: Story;
  /** A word of the journey's questions that only this business answers otherwise. */
  notNeeded: string;
  /** The lane that asks, and the fact and the document that it asks about. */
  asks: { licence: string; lane: string; fact: string; told: string; document: string };
  /** Lanes that had read what the answer changed, so that they look again. */
  reopens: string[];
}

/** Somchai opens a large restaurant in Bangkok, on his phone, in Thai. */
export const restaurantInThai: Scene = {
  language: 'th',
  size: 'phone',
  story: restaurant,
  notNeeded: 'food-premises-small',
  asks: { licence: 'food-premises-large', lane: 'sanitation', fact: 'premises.openingHours', told: 'ทุกวัน 10.00–21.00 น. หยุดวันจันทร์', document: 'floor-plan' },
  reopens: ['building', 'excise'],
};

/** Anna, who is no Thai, opens a café by the sea, on her laptop, in English. */
export const cafeInEnglish: Scene = {
  language: 'en',
  size: 'desktop',
  story: {
    ...cafe,
    applicant: 'anna',
    quiz: { ...cafe.quiz, applicant: { kind: 'foreigner' } },
    rest: {
      ...cafe.rest,
      applicant: { kind: 'foreigner', passportNo: 'AA1234567', title: 'miss', firstName: 'Anna', lastName: 'Sample', phone: '0898765432', email: 'anna@example.com' },
      business: { nameTh: 'กาแฟของแอนนา', nameEn: 'Anna Coffee', activities: ['56302'], capitalBaht: 300000, startDate: '2027-01-10' },
    },
  },
  notNeeded: 'liquor-sale',
  asks: { licence: 'food-premises-small', lane: 'sanitation', fact: 'premises.openingHours', told: 'Every day 7:00–17:00', document: 'floor-plan' },
  reopens: [],
};
