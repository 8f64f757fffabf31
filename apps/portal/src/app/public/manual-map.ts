import type { LicenceTypeView, LineMap, StationView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';

/** The words of the manual's shared stations. */
export interface ManualWords {
  submit: Text;
  check: Text;
  inspect: Text;
  decide: Text;
  pay: Text;
  issue: Text;
}

/** The whole way of a licence type, as its manual shows it: every lane from the submission to the issue. */
export function manualMap(type: LicenceTypeView, words: ManualWords): LineMap {
  const station = (id: string, title: Text, kind: StationView['kind'] = 'main'): StationView => ({ id, title, kind, state: 'ahead' });
  const end = [...(type.fee.max > 0 ? [station('pay', words.pay)] : []), station('issue', words.issue, 'end')];
  return {
    lines: type.lanes.map((lane, index) => ({
      id: lane.id,
      title: lane.title,
      colour: index % 8,
      group: type.code,
      groupTitle: type.title,
      stations: [
        station('submit', words.submit),
        station(`${lane.id}.check`, words.check),
        ...(lane.hasInspection ? [station(`${lane.id}.inspect`, words.inspect)] : []),
        station(`${lane.id}.decide`, words.decide),
        ...end,
      ],
    })),
  };
}
