import type { EstateCount } from '@anuyat/contract';
import { EEC_OUTLINE } from './eec-outline';
import { gatherMarks, sizeOf } from './gather-marks';

const territory = (code: string, total: number, overdue: number, at: [number, number] | null): EstateCount => ({
  code, kind: 'estate', title: { th: code, en: code }, province: { th: '', en: '' }, position: at ? { lat: at[0], lon: at[1] } : null, counts: { byStatus: {}, total, overdue },
});
const onPaper = ({ lat, lon }: { lat: number; lon: number }) => ({ x: lon * 10, y: lat * 10 });

describe('marks on the map', () => {
  it('stand for one territory each where there is room', () => {
    expect(gatherMarks([territory('a', 3, 1, [0, 0]), territory('b', 5, 0, [0, 10])], onPaper, 30).map(({ members, total }) => [members[0]?.code, total])).toEqual([['b', 5], ['a', 3]]);
  });

  it('stand for neighbours together, with their sums, in their middle', () => {
    const [mark, ...others] = gatherMarks([territory('a', 3, 1, [0, 0]), territory('b', 5, 0, [0, 2]), territory('c', 0, 0, [2, 1])], onPaper, 30);
    expect(others).toEqual([]);
    expect(mark).toMatchObject({ total: 8, overdue: 1, spot: { x: 10 } });
    expect(mark?.members.map(({ code }) => code)).toEqual(['b', 'a', 'c']);
  });

  it('leave out what has no position', () => {
    expect(gatherMarks([territory('a', 3, 1, null)], onPaper, 30)).toEqual([]);
  });

  it('grow with what they stand for', () => {
    expect([0, 1, 5, 20, 100].map(sizeOf)).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('the sketch of the three provinces', () => {
  const inside = (ring: [number, number][], [lat, lon]: [number, number]) => {
    let isInside = false;
    for (let at = 0; at < ring.length; at++) {
      const [[x1, y1], [x2, y2]] = [ring[at] ?? [0, 0], ring[(at + 1) % ring.length] ?? [0, 0]];
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) isInside = !isInside;
    }
    return isInside;
  };

  it.each<[string, string, [number, number]]>([
    ['Wellgrow', '24', [13.5706, 100.9225]], ['Gateway City', '24', [13.6147, 101.3296]], ['TFD', '24', [13.5638, 100.9949]],
    ['Amata City Chonburi', '20', [13.4215, 101.0041]], ['Laem Chabang', '20', [13.0766, 100.9092]], ['WHA Chonburi 1', '20', [13.0958, 101.1139]], ['Hermes', '20', [12.9395, 101.0414]],
    ['Amata City Rayong', '21', [13.0245, 101.0724]], ['ESIE', '21', [13.0045, 101.1626]], ['Map Ta Phut', '21', [12.6787, 101.1318]], ['Map Ta Phut port', '21', [12.6652, 101.133]], ['Luckchai', '21', [12.7274, 101.4559]], ['EECi', '21', [12.99, 101.44]],
  ])('has %s in its own province and in no other', (_name, code, position) => {
    expect(EEC_OUTLINE.filter(({ ring }) => inside(ring, position)).map((province) => province.code)).toEqual([code]);
  });

  it.each(EEC_OUTLINE.map(({ title, ring, label }) => [title.en, ring, label] as const))('closes the ring of %s and writes its name inside', (_name, ring, label) => {
    expect(ring.at(-1)).toEqual(ring[0]);
    expect(inside(ring, label)).toBe(true);
  });
});
