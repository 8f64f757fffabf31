import { resolveRefs } from '@anuyat/dictionary';
import type { JourneyDefinition, JsonSchema } from '@anuyat/licence-kit';
import questions from './questions.schema.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

export const journey: JourneyDefinition = {
  format: 1,
  code: 'online-shop',
  version: 3,
  questions: resolveRefs(questions as JsonSchema),
  licences: [
    { code: 'commercial-registration', needed: 'applicant.kind = "person" or applicant.kind = "foreigner"' },
    { code: 'electronic-commerce-registration', needed: 'true' },
    { code: 'vat-registration', needed: 'plan.passesVat = true' },
    { code: 'direct-marketing-registration', needed: 'plan.callsConsumers = true and (applicant.kind = "juristic" or plan.passesVat = true)' },
    { code: 'direct-sale-registration', needed: 'plan.sellsThroughNetwork = true and applicant.kind = "juristic"' },
    { code: 'cosmetics-notification', needed: 'plan.ownCosmetics = true' },
    { code: 'food-premises-small', needed: 'plan.storesFood = true' },
  ],
  texts: { th, en },
};
