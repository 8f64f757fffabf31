import { resolveRefs } from '@anuyat/dictionary';
import type { JourneyDefinition, JsonSchema } from '@anuyat/licence-kit';
import questions from './questions.schema.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

export const journey: JourneyDefinition = {
  format: 1,
  code: 'car-care',
  version: 3,
  questions: resolveRefs(questions as JsonSchema),
  licences: [
    { code: 'commercial-registration', needed: 'applicant.kind = "person" or applicant.kind = "foreigner"' },
    { code: 'building-permit', needed: 'plan.building = "build" or plan.building = "alter"' },
    { code: 'business-hazardous-to-health', needed: 'true' },
    { code: 'electricity-connection', needed: 'plan.needsElectricity = true' },
    { code: 'water-connection', needed: 'plan.needsWater = true' },
    { code: 'food-premises-small', needed: 'plan.hasCoffeeCorner = true' },
    { code: 'vat-registration', needed: 'plan.passesVat = true' },
    { code: 'signboard-tax', needed: 'plan.hasSign = true' },
  ],
  texts: { th, en },
};
