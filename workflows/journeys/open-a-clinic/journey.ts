import { resolveRefs } from '@anuyat/dictionary';
import type { JourneyDefinition, JsonSchema } from '@anuyat/licence-kit';
import questions from './questions.schema.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

export const journey: JourneyDefinition = {
  format: 1,
  code: 'open-a-clinic',
  version: 3,
  questions: resolveRefs(questions as JsonSchema),
  licences: [
    { code: 'building-permit', needed: 'plan.building = "build" or plan.building = "alter"' },
    { code: 'building-use-certificate', needed: 'plan.building = "build" or plan.building = "alter"' },
    { code: 'medical-clinic', needed: 'true' },
    { code: 'modern-drug-sale', needed: 'plan.opensPharmacy = true' },
    { code: 'cosmetics-notification', needed: 'plan.ownCosmetics = true' },
    { code: 'signboard-tax', needed: 'plan.hasSign = true' },
  ],
  texts: { th, en },
};
