import { resolveRefs } from '@anuyat/dictionary';
import type { JourneyDefinition, JsonSchema } from '@anuyat/licence-kit';
import questions from './questions.schema.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

export const journey: JourneyDefinition = {
  format: 1,
  code: 'small-hotel',
  version: 3,
  questions: resolveRefs(questions as JsonSchema),
  licences: [
    { code: 'commercial-registration', needed: 'applicant.kind = "person" or applicant.kind = "foreigner"' },
    { code: 'building-permit', needed: 'plan.building = "build" or plan.building = "alter"' },
    { code: 'building-use-certificate', needed: 'plan.building = "build" or plan.building = "alter"' },
    { code: 'hotel-business', needed: 'hotel.rooms > 8 or hotel.guests > 30' },
    { code: 'food-premises-small', needed: 'plan.restaurant = "small"' },
    { code: 'food-premises-large', needed: 'plan.restaurant = "large"' },
    { code: 'health-establishment', needed: 'plan.hasSpa = true' },
    { code: 'liquor-sale', needed: 'plan.sellsLiquor = true' },
    { code: 'signboard-tax', needed: 'plan.hasSign = true' },
  ],
  texts: { th, en },
};
