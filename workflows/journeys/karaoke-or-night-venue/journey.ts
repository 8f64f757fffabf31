import { resolveRefs } from '@anuyat/dictionary';
import type { JourneyDefinition, JsonSchema } from '@anuyat/licence-kit';
import questions from './questions.schema.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

export const journey: JourneyDefinition = {
  format: 1,
  code: 'karaoke-or-night-venue',
  version: 3,
  questions: resolveRefs(questions as JsonSchema),
  licences: [
    { code: 'commercial-registration', needed: 'applicant.kind = "person" or applicant.kind = "foreigner"' },
    { code: 'entertainment-venue', needed: 'plan.isVenue = true' },
    { code: 'karaoke-game-shop', needed: 'plan.hasKaraoke = true and plan.isVenue = false' },
    { code: 'business-hazardous-to-health', needed: 'plan.hasLiveMusic = true and plan.isVenue = false' },
    { code: 'food-premises-small', needed: 'plan.servesFood = true and premises.areaSqm <= 200' },
    { code: 'food-premises-large', needed: 'plan.servesFood = true and premises.areaSqm > 200' },
    { code: 'liquor-sale', needed: 'plan.sellsLiquor = true' },
    { code: 'tobacco-sale', needed: 'plan.sellsTobacco = true' },
    { code: 'signboard-tax', needed: 'plan.hasSign = true' },
  ],
  texts: { th, en },
};
