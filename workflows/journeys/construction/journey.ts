import { resolveRefs } from '@anuyat/dictionary';
import type { JourneyDefinition, JsonSchema } from '@anuyat/licence-kit';
import questions from './questions.schema.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

export const journey: JourneyDefinition = {
  format: 1,
  code: 'construction',
  version: 3,
  questions: resolveRefs(questions as JsonSchema),
  licences: [
    { code: 'juristic-registration', needed: 'plan.formsCompany = true' },
    { code: 'vat-registration', needed: 'plan.passesVat = true' },
    { code: 'building-permit', needed: 'plan.hasSite = true' },
    { code: 'building-use-certificate', needed: 'plan.isControlledUse = true' },
    { code: 'factory-type-3', needed: 'plan.mixesConcrete = true and (machinery.horsepower > 75 or workers.men + workers.women > 75)' },
    { code: 'factory-type-2', needed: 'plan.mixesConcrete = true and (machinery.horsepower > 50 or workers.men + workers.women > 50) and machinery.horsepower <= 75 and workers.men + workers.women <= 75' },
    { code: 'business-hazardous-to-health', needed: 'plan.mixesConcrete = true' },
    { code: 'electricity-connection', needed: 'plan.needsElectricity = true' },
    { code: 'water-connection', needed: 'plan.needsWater = true' },
    { code: 'signboard-tax', needed: 'plan.hasSign = true' },
  ],
  texts: { th, en },
};
