import { Refusal, type LicenceTypeView } from '@anuyat/contract';
import { feeRange, findText, textOf, type FeeItem, type LicenceDefinition, type Text } from '@anuyat/licence-kit';
import type { DefinitionLibrary, Published } from '@anuyat/registrar';

/** What can be asked for, in the newest versions: the public manual of each licence, as its definition says it. */
export class LicenceCatalogue {
  constructor(private readonly library: DefinitionLibrary) {}

  list(): LicenceTypeView[] {
    return this.library.newestLicences().map(viewOf);
  }

  /** @throws Refusal `not-found`. */
  read(code: string): LicenceTypeView {
    const found = this.library.findNewestLicence(code);
    if (!found) throw new Refusal('not-found');
    return viewOf(found);
  }
}

/** What lists and the manual say of a licence type. */
export function viewOf({ definition, sha256 }: Published<LicenceDefinition>): LicenceTypeView {
  const { code, version, kind, texts, clock, lanes, documents, citations } = definition;
  return {
    code,
    version,
    sha256,
    kind,
    title: textOf(texts, 'title'),
    summary: textOf(texts, 'summary'),
    days: clock.days,
    dayUnit: clock.unit,
    fee: feeRange(definition),
    lanes: lanes.map((lane) => ({
      id: lane.id,
      title: textOf(texts, `lanes.${lane.id}`),
      days: lane.clock.days,
      dayUnit: lane.clock.unit,
      isConditional: lane.when !== undefined,
      hasInspection: lane.hasInspection,
    })),
    documents: documents.map((document) => {
      const help = findText(texts, `documents.${document.code}.help`);
      return {
        code: document.code,
        title: textOf(texts, `documents.${document.code}`),
        ...(help ? { help } : {}),
        isRequired: document.isRequired,
        isConditional: document.when !== undefined,
      };
    }),
    citations: citations.map(({ law, section }) => ({ law, section })),
    sources: sourcesOf(definition),
  };
}

/** Where every figure came from: days of the whole, days of each lane, fees. */
function sourcesOf({ clock, lanes, fees, life, texts }: LicenceDefinition): LicenceTypeView['sources'] {
  const about = (text: Text, { source: { from, isVerified, effectiveFrom } }: Pick<FeeItem, 'source'>) => ({ about: text, from, isVerified, effectiveFrom });
  return [
    about(wholeTime, clock),
    ...lanes.map((lane) => about(timeOf(textOf(texts, `lanes.${lane.id}`)), lane.clock)),
    ...[...fees, ...(life?.change?.fees ?? [])].map((fee) => about(textOf(texts, `fees.${fee.code}`), fee)),
  ];
}

const wholeTime: Text = { th: 'ระยะเวลาทั้งหมด', en: 'Time for the whole application' };

function timeOf(lane: Text): Text {
  return { th: `ระยะเวลาของ${lane.th}`, en: `Time for ${lane.en}` };
}
