import { resolveRefs } from '@anuyat/dictionary';
import type { JourneyDefinition, JsonSchema } from '@anuyat/licence-kit';
import questions from './questions.schema.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

export const journey: JourneyDefinition = {
  format: 1,
  code: 'open-a-restaurant',
  version: 3,
  questions: resolveRefs(questions as JsonSchema),
  licences: [
    { code: 'commercial-registration', needed: 'applicant.kind = "person" or applicant.kind = "foreigner"' },
    { code: 'food-premises-small', needed: 'premises.areaSqm <= 200' },
    { code: 'food-premises-large', needed: 'premises.areaSqm > 200' },
    { code: 'business-hazardous-to-health', needed: 'plan.roastsCoffee = true or plan.hasLiveMusic = true' },
    { code: 'liquor-sale', needed: 'plan.sellsLiquor = true' },
    { code: 'signboard-tax', needed: 'plan.hasSign = true' },
  ],
  texts: { th, en },
};
