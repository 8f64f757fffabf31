import { resolveRefs } from '@anuyat/dictionary';
import type { JourneyDefinition, JsonSchema } from '@anuyat/licence-kit';
import { factorySizes } from '../../shared/factory-kinds';
import questions from './questions.schema.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

export const journey: JourneyDefinition = {
  format: 1,
  code: 'factory-in-a-promoted-zone',
  version: 3,
  questions: resolveRefs(questions as JsonSchema),
  licences: [
    { code: 'building-permit', needed: 'plan.building = "build" or plan.building = "alter"' },
    { code: 'building-use-certificate', needed: 'plan.building = "build" or plan.building = "alter"' },
    { code: 'factory-type-3', needed: factorySizes.isType3 },
    { code: 'factory-type-2', needed: factorySizes.isType2 },
    { code: 'business-hazardous-to-health', needed: 'plan.isHazardousToHealth = true' },
    { code: 'electricity-connection', needed: 'plan.needsElectricity = true' },
    { code: 'water-connection', needed: 'plan.needsWater = true' },
    { code: 'signboard-tax', needed: 'plan.hasSign = true' },
  ],
  texts: { th, en },
};
