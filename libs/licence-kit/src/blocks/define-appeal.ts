import type { JsonSchema } from '../definition/json-schema';
import type { Clock, EventRule, LaneDefinition, LawCode, LicenceDefinition } from '../definition/licence-definition';
import type { StateConfig } from '../definition/machine';
import type { Citation } from '../definition/source';
import { effect } from './effects';
import { eventData } from './event-data';
import { appealInstance, issuerInstance } from './appeal/instances';
import { steppingAside } from './lane/stepping-aside';
import { HEARING } from './lane/hearing';

export interface AppealOptions {
  code: string;
  version: number;
  law: LawCode;
  citations: Citation[];
  /** Time of whoever made the order to agree or to send it up; absent where the law sends the appeal straight to another body. */
  issuer?: Clock;
  /** Time of the body that decides. */
  superior: Clock;
  /** By how much that body may extend its time, once and with a reason. */
  extension?: Clock;
  texts: { th: Record<string, string>; en: Record<string, string> };
}

/** What an appeal says; `isLate` and the time limit are worked out when it is filed. */
const form: JsonSchema = {
  type: 'object',
  required: ['appeal'],
  properties: {
    appeal: {
      type: 'object',
      additionalProperties: false,
      required: ['grounds', 'isLate'],
      properties: {
        grounds: { type: 'string', minLength: 1, maxLength: 8000, 'x-widget': 'textarea', 'x-order': 1 },
        request: { type: 'string', maxLength: 2000, 'x-widget': 'textarea', 'x-order': 2 },
        lateBecause: { type: 'string', maxLength: 2000, 'x-widget': 'textarea', 'x-order': 3 },
        isLate: { type: 'boolean', 'x-order': 4 },
      },
    },
  },
};

/**
 * The procedure of an appeal against an order, run by the same registrar as an application: whoever made the order agrees or sends it
 * up within its time, and what is not sent up in time goes up by itself; the superior upholds, grants or annuls
 * (Administrative Procedure Act B.E. 2539 ss.44-46). An appeal after its time is first admitted for cause or turned away (s.66), for which
 * the first body has its time once more: the whole procedure takes no longer than all of these together.
 */
export function defineAppeal(options: AppealOptions): LicenceDefinition {
  const issuer = options.issuer ? issuerInstance(options.issuer) : undefined;
  const superior = appealInstance({ clock: options.superior, extension: options.extension, waitsForIssuer: issuer !== undefined });
  const instances = [...(issuer ? [{ id: 'issuer', clock: options.issuer ?? options.superior, part: issuer }] : []), { id: 'superior', clock: options.superior, part: superior }];
  const regions = instances.map(({ id, clock, part }) => ({ id, clock, initial: part.initial, ...withStepAside(id, part) }));
  const first = options.issuer ?? options.superior;
  const days = options.superior.days + (options.issuer?.days ?? 0) + (options.extension?.days ?? 0) + first.days;
  const definition: LicenceDefinition = {
    format: 1,
    code: options.code,
    version: options.version,
    kind: 'appeal',
    citations: options.citations,
    lanes: regions.map(({ id, clock }) => laneOf(id, clock, options.law)),
    machine: {
      id: options.code,
      initial: 'review',
      states: {
        review: {
          type: 'parallel',
          meta: { label: 'state.appealReview', station: 'hidden' },
          on: { withdrawn: [{ target: '#withdrawn' }] },
          states: Object.fromEntries(regions.map(({ id, initial, states }) => [id, { initial, states }])),
          onDone: [{ target: 'upheld' }],
        },
        upheld: end('upheld', 'upheld'),
        annulled: end('annulled', 'annulled', true),
        granted: end('granted', 'granted', true),
        notAdmitted: end('notAdmitted', 'not-admitted'),
        withdrawn: { id: 'withdrawn', type: 'final', meta: { label: 'state.appealWithdrawn', outcome: 'withdrawn' }, entry: [effect('closeAll', {}), effect('tell', { notice: 'withdrawn' })] },
      },
    },
    events: { ...Object.assign({}, ...regions.map(({ events }) => events)), withdrawn: { by: 'applicant', data: eventData.note } },
    form,
    documents: [],
    fees: [],
    feeExamples: [],
    clock: { ...options.superior, days },
    validity: null,
    dependsOn: [],
    texts: options.texts,
  };
  return JSON.parse(JSON.stringify(definition)) as LicenceDefinition;
}

function withStepAside(id: string, { states, events }: { states: Record<string, StateConfig>; events: Record<string, EventRule> }): { states: Record<string, StateConfig>; events: Record<string, EventRule> } {
  const aside = steppingAside(id, states);
  return { states: aside.states, events: { ...events, ...aside.events } };
}

function laneOf(id: string, clock: Clock, law: LawCode): LaneDefinition {
  return { id, law, duty: 'appeals', clock, hearing: HEARING, hasInspection: false, reads: ['appeal'], readsDocuments: [] };
}

function end(id: string, outcome: 'upheld' | 'annulled' | 'granted' | 'not-admitted', isCarriedOut = false): StateConfig {
  return {
    id,
    type: 'final',
    meta: { label: `state.${id}`, outcome },
    entry: [effect('closeAll', {}), effect('writeOrder', { kind: 'appeal' }), ...(isCarriedOut ? [effect('carryOutAppeal', {})] : []), effect('tell', { notice: outcome })],
  };
}
