/** Keys of a definition's or journey's texts. Paths have no row numbers: `signs.widthCm`. */
export const textKeys = {
  title: 'title',
  summary: 'summary',
  lane: (id: string) => `lanes.${id}`,
  topic: (id: string) => `topics.${id}`,
  field: (path: string) => `fields.${path}`,
  choice: (path: string, value: string) => `labels.${path}.${value}`,
  document: (code: string) => `documents.${code}`,
  fee: (code: string) => `fees.${code}`,
  help: (key: string) => `${key}.help`,
  because: (licence: string) => `licences.${licence}.because`,
  otherwise: (licence: string) => `licences.${licence}.otherwise`,
} as const;
