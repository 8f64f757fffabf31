import { diagramOf, pathsOf, open, sayAmount, sayRule, withTexts } from '@anuyat/licence-kit';
import { licences } from './registry';

describe.each(licences.map((licence) => [licence.code, licence] as const))('the manual of %s', (_, licence) => {
  const lexicon = { schema: withTexts(licence.form, licence.texts) };
  const { nodes, edges, groups } = diagramOf(licence);

  it('tells in words when each paper is needed and how each fee is worked out', () => {
    for (const { when } of [...licence.documents, ...licence.fees, ...licence.lanes]) if (when !== undefined) expect(sayRule(when, lexicon).th).toMatch(/[\u0E00-\u0E7F]/);
    for (const { amount } of licence.fees) expect(sayAmount(amount, lexicon).length).toBeGreaterThan(0);
  });

  it('has a picture in which every lane stands, every way leads somewhere, and an application stands on a station', () => {
    const ids = nodes.map(({ id }) => id);
    expect(groups.map(({ id }) => id)).toEqual(licence.lanes.map(({ id }) => id));
    expect(edges.filter(({ to }) => !ids.includes(to))).toEqual([]);
    const { state } = open(licence, { place: {}, filing: { date: '2026-11-22' } });
    expect(pathsOf(state.value).filter((path) => !ids.includes(path))).toEqual([]);
    for (const { title } of nodes) expect(title.th).toMatch(/[\u0E00-\u0E7F]/);
    for (const { title } of edges) if (title.th !== '') expect(title.th).toMatch(/[\u0E00-\u0E7F]/);
  });
});
