import type { ManualFee, ManualPaper, ManualStep, ManualView } from '@anuyat/contract';
import { findFact } from '@anuyat/dictionary';
import {
  diagramOf, findText, satangOf, sayRule, textOf, withTexts,
  type Citation, type DocumentRequirement, type FeeItem, type LaneDefinition, type LicenceDefinition, type Lexicon, type Text,
} from '@anuyat/licence-kit';
import type { Published } from '@anuyat/registrar';
import { viewOf } from '../licence-catalogue';
import { nameOf } from '../why/names';
import { agenciesFor } from './agencies-for';
import { appealsOf } from './appeals-of';
import { firstOf, limitsOf } from './criteria';
import { tariffOf } from './tariff';
import { complaintWords, renewalWords, silenceWords, stepWords, validityWords } from './manual-words';

/** Where the manual's version stands among the others. */
export interface Shelf {
  versions: readonly Published<LicenceDefinition>[];
  newest: number;
  find: (code: string) => LicenceDefinition | undefined;
}

/** The manual of one published version. Pure: everything in it is read off the definition. */
export function manualOf(published: Published<LicenceDefinition>, { versions, newest, find }: Shelf): ManualView {
  const { definition, effectiveFrom } = published;
  const { texts, validity } = definition;
  const lexicon: Lexicon = { schema: withTexts(definition.form, texts), nameOf };
  return {
    ...viewOf(published),
    inForceFrom: effectiveFrom.toISOString(),
    isNewest: definition.version === newest,
    versions: versions.map((each) => ({ version: each.definition.version, inForceFrom: each.effectiveFrom.toISOString() })).toSorted((a, b) => b.version - a.version),
    who: findText(texts, 'who') ?? null,
    output: findText(texts, 'output') ?? null,
    criteria: [...limitsOf(lexicon.schema, findFact), ...firstOf(definition, find)],
    conditions: conditionsOf(texts),
    steps: stepsOf(definition, lexicon),
    papers: definition.documents.map((paper) => paperOf(paper, texts, lexicon)),
    feeLines: definition.fees.map((fee) => feeOf(fee, definition, lexicon)),
    changeFees: (definition.life?.change?.fees ?? []).map((fee) => feeOf(fee, definition, lexicon)),
    validity: validityWords(validity),
    renewal: renewalWords(validity),
    appeals: appealsOf(definition),
    complaints: complaintWords,
    diagram: diagramOf(definition),
  };
}

function stepsOf(definition: LicenceDefinition, lexicon: Lexicon): ManualStep[] {
  const facilitation = { law: { th: 'พระราชบัญญัติการอำนวยความสะดวกในการพิจารณาอนุญาตของทางราชการ พ.ศ. 2558', en: 'Licensing Facilitation Act B.E. 2558' } };
  const common = (id: keyof typeof stepWords, section?: string): ManualStep => ({
    id, ...stepWords[id], agencies: [], time: null, when: null, citations: section ? [{ ...facilitation, section }] : [],
  });
  return [
    common('file', '8'),
    ...definition.lanes.map((lane) => laneStep(lane, definition, lexicon)),
    common('questions', '8'),
    common('tell', '10'),
    ...(definition.fees.length > 0 ? [common('pay')] : []),
    common('issue'),
  ];
}

function laneStep(lane: LaneDefinition, { texts, events, deemedApproval }: LicenceDefinition, lexicon: Lexicon): ManualStep {
  const reads = findText(texts, `lanes.${lane.id}.reads`);
  const visit: Text = { th: 'มีการตรวจสถานที่', en: 'The place is inspected.' };
  const parts = [reads, ...(lane.hasInspection ? [visit] : []), ...(events[`${lane.id}.deemedApproved`] ? [silenceWords] : [])].flatMap((part) => part ?? []);
  const detail = parts.length > 0 ? { th: parts.map(({ th }) => th).join(' '), en: parts.map(({ en }) => en).join(' ') } : null;
  return {
    id: lane.id,
    title: textOf(texts, `lanes.${lane.id}`),
    detail,
    agencies: agenciesFor(lane.law, lane.duty),
    time: { days: lane.clock.days, unit: lane.clock.unit },
    when: lane.when === undefined ? null : started(sayRule(lane.when, lexicon)),
    citations: [...cited(lane.clock.citation), ...(events[`${lane.id}.deemedApproved`] && typeof deemedApproval === 'object' ? cited(deemedApproval.citation) : [])],
  };
}

function paperOf({ code, when, isRequired, accepts, maxBytes, maxFiles }: DocumentRequirement, texts: LicenceDefinition['texts'], lexicon: Lexicon): ManualPaper {
  const kinds = accepts.map((kind) => (kind === 'application/pdf' ? 'PDF' : kind === 'image/png' ? 'PNG' : 'JPEG')).join(', ');
  const size = `${Math.round(maxBytes / 1_048_576)} MB`;
  const condition = when === undefined ? undefined : sayRule(when, lexicon);
  const always = isRequired ? { th: 'ทุกกรณี', en: 'In every case' } : { th: 'ถ้ามี', en: 'If there is one' };
  return {
    code,
    title: textOf(texts, `documents.${code}`),
    help: findText(texts, `documents.${code}.help`) ?? null,
    when: condition ? { th: `เมื่อ${condition.th}${isRequired ? '' : ' (ถ้ามี)'}`, en: `When ${condition.en}${isRequired ? '' : ' (if there is one)'}` } : always,
    isRequired,
    format: { th: `${kinds} ไม่เกิน ${size} ต่อไฟล์ สูงสุด ${maxFiles} ไฟล์`, en: `${kinds}, up to ${size} a file, ${maxFiles === 1 ? 'one file' : `up to ${maxFiles} files`}` },
  };
}

function feeOf(fee: FeeItem, definition: LicenceDefinition, lexicon: Lexicon): ManualFee {
  const { code, when, range, citation, source } = fee;
  return {
    code,
    title: textOf(definition.texts, `fees.${code}`),
    range: { min: satangOf(range.min), max: satangOf(range.max) },
    when: when === undefined ? null : started(sayRule(when, lexicon)),
    tariff: tariffOf(fee, definition, lexicon).map((line) => (line.when ? { ...line, when: started(line.when) } : line)),
    citation: cited(citation)[0] ?? null,
    isVerified: source.isVerified,
  };
}

function conditionsOf(texts: LicenceDefinition['texts']): Text[] {
  const keys = Object.keys(texts.th).filter((key) => /^conditions\.\d+$/.test(key)).sort((a, b) => Number(a.slice(11)) - Number(b.slice(11)));
  return keys.map((key) => textOf(texts, key));
}

function started({ th, en }: Text): Text {
  return { th, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}` };
}

function cited(citation: Citation | undefined): Citation[] {
  return citation ? [{ law: citation.law, section: citation.section }] : [];
}
