import type { CarriedOver } from '@anuyat/contract';
import { topics } from '@anuyat/dictionary';
import { changeCode, composeForm, type CaseAnswers, type ComposedForm, type JourneyDefinition, type JsonSchema, type LicenceDefinition } from '@anuyat/licence-kit';
import type { DefinitionLibrary } from '@anuyat/registrar';
import { setAsideOf, withoutAside, type Succession } from './carry-over';
import type { CaseRow } from './case-row';

type Held = Pick<CaseRow, 'journey' | 'journey_version' | 'licences' | 'status'> & Partial<Pick<CaseRow, 'filing_kind'>>;

/** Composed forms kept in memory; a composition is the same for everybody who chose the same licences. */
const MOST_FORMS = 200;

/**
 * The definitions that a case stands under, and the one form that they make. A draft follows the newest versions, so that it is
 * filed under the law of its day; from the submission on the versions stay.
 */
export class CaseForms {
  private readonly forms = new Map<string, ComposedForm>();

  constructor(private readonly library: DefinitionLibrary) {}

  /** @throws when the journey was never published: a case cannot be without one. */
  journeyOf({ journey, journey_version, status }: Held): JourneyDefinition {
    const filed = status === 'draft' ? undefined : this.library.findJourney(journey, journey_version);
    const definition = filed ?? this.library.findNewestJourney(journey)?.definition;
    if (!definition) throw new Error(`The journey "${journey}" was never published.`);
    return definition;
  }

  definitionsOf({ licences, status, filing_kind: kind }: Pick<Held, 'licences' | 'status' | 'filing_kind'>): LicenceDefinition[] {
    const held = licences.filter(({ isLeftOut }) => !isLeftOut);
    return held.map(({ code, version }) => (status === 'draft' ? this.getNewest(kind === 'change' ? changeCode(code) : code) : this.library.getLicence(code, version)));
  }

  /** Every licence that the journey may lead to, in its newest version. */
  licencesOf(journey: JourneyDefinition): LicenceDefinition[] {
    return journey.licences.map(({ code }) => this.getNewest(code));
  }

  formOf(held: Held): ComposedForm {
    const journey = this.journeyOf(held);
    const definitions = this.definitionsOf(held);
    const key = [journey, ...definitions].map(({ code, version }) => `${code}@${version}`).join(' ');
    const known = this.forms.get(key);
    if (known) return known;
    const form = composeForm(definitions, { journey, topics });
    const [oldest] = this.forms.keys();
    if (this.forms.size >= MOST_FORMS && oldest !== undefined) this.forms.delete(oldest);
    this.forms.set(key, form);
    return form;
  }

  /**
   * Forms that an answer of the case may belong to: its own first, then those that the journey may still lead to, for an answer
   * that was typed while the form changed is kept as well.
   */
  schemasOf(held: Held): JsonSchema[] {
    return [this.formOf(held).schema, ...this.licencesOf(this.journeyOf(held)).map(({ form }) => form), ...this.formerOf(held).map(({ form }) => form)];
  }

  /** Answers of a draft that no form of it asks for any more. */
  asideOf(held: Held & Pick<CaseRow, 'answers'>): CarriedOver['setAside'] {
    return setAsideOf(held.answers, this.formOf(held).schema, this.formerOf(held));
  }

  /** The answers that the form of a draft is held against: without those kept aside. */
  answersOf(held: Held & Pick<CaseRow, 'answers'>): CaseAnswers {
    return withoutAside(held.answers, this.asideOf(held));
  }

  /** Each licence of a draft in the version that the applicant last saw, and in the newest. */
  successionsOf({ licences }: Pick<Held, 'licences'>): Succession[] {
    return licences.filter(({ isLeftOut }) => !isLeftOut).map(({ code, version }) => ({ seen: this.library.getLicence(code, version), now: this.getNewest(code) }));
  }

  /** Earlier versions of the licences of a case, the newest first: what they asked may still be among the answers. */
  formerOf({ licences }: Pick<Held, 'licences'>): LicenceDefinition[] {
    return licences.flatMap(({ code }) => this.library.versionsOf(code).map(({ definition }) => definition).filter(({ version }) => version < this.getNewest(code).version));
  }

  private getNewest(code: string): LicenceDefinition {
    const found = this.library.findNewestLicence(code);
    if (!found) throw new Error(`The licence "${code}" was never published.`);
    return found.definition;
  }
}
