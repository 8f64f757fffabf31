import { resolveRefs } from '@anuyat/dictionary';
import type { JourneyDefinition, JsonSchema } from '@anuyat/licence-kit';
import questions from './questions.schema.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

export const journey: JourneyDefinition = {
  format: 1,
  code: 'retail-shop',
  version: 3,
  questions: resolveRefs(questions as JsonSchema),
  licences: [
    { code: 'commercial-registration', needed: 'applicant.kind = "person" or applicant.kind = "foreigner"' },
    { code: 'vat-registration', needed: 'plan.passesVat = true' },
    { code: 'food-premises-small', needed: 'list contains(plan.goods, "stored-food") and premises.areaSqm <= 200' },
    { code: 'food-premises-large', needed: 'list contains(plan.goods, "stored-food") and premises.areaSqm > 200' },
    { code: 'liquor-sale', needed: 'list contains(plan.goods, "liquor")' },
    { code: 'tobacco-sale', needed: 'list contains(plan.goods, "tobacco")' },
    { code: 'playing-card-sale', needed: 'list contains(plan.goods, "playing-cards")' },
    { code: 'modern-drug-sale', needed: 'list contains(plan.goods, "medicine")' },
    { code: 'fertiliser-sale', needed: 'list contains(plan.goods, "fertiliser")' },
    { code: 'controlled-seed-sale', needed: 'list contains(plan.goods, "seed")' },
    { code: 'animal-feed-sale', needed: 'list contains(plan.goods, "animal-feed")' },
    { code: 'cosmetics-notification', needed: 'list contains(plan.goods, "own-cosmetics")' },
    { code: 'electronic-commerce-registration', needed: 'plan.sellsOnline = true' },
    { code: 'signboard-tax', needed: 'plan.hasSign = true' },
  ],
  texts: { th, en },
};
