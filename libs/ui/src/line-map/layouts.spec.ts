import type { LineMap, StationView } from '@anuyat/contract';
import { layHorizontally, leastWidth } from './horizontal';
import { joinedLines } from './joined-lines';
import { wrap } from './shapes';
import { layVertically } from './vertical';

const text = (words: string) => ({ th: words, en: words });
const say = (words: { th: string }) => words.th;
const station = (id: string, more: Partial<StationView> = {}): StationView => ({ id, title: text(id), state: 'done', kind: 'main', ...more });
const map: LineMap = {
  lines: [
    { id: 'a', title: text('a'), colour: 0, group: 'g', groupTitle: text('g'), stations: [station('start'), station('a1'), station('asked', { kind: 'detour', state: 'now' }), station('end', { state: 'ahead' })] },
    { id: 'b', title: text('b'), colour: 1, group: 'g', groupTitle: text('g'), stations: [station('start'), station('b1'), station('end', { state: 'ahead' })] },
  ],
};
const lines = joinedLines(map);

describe('the map across', () => {
  const shape = layHorizontally(lines, 1000, say);

  it('draws each place once, an interchange stretched over its lines', () => {
    expect(shape.stations).toHaveLength(5);
    const interchanges = shape.stations.filter(({ isInterchange }) => isInterchange);
    expect(interchanges).toHaveLength(2);
    expect(interchanges.every(({ reachY }) => reachY > 0)).toBe(true);
  });

  it('keeps everything within its width', () => {
    expect(Math.max(...shape.stations.map(({ x }) => x))).toBeLessThan(1000);
    expect(leastWidth(lines)).toBeLessThan(1000);
  });

  it('lets a detour leave the line and come back', () => {
    const [main] = shape.stations;
    const detour = shape.stations.find(({ state }) => state === 'now');
    expect(detour?.y).toBeGreaterThan(main?.y ?? 0);
    expect(shape.tracks.filter(({ path, lane }) => lane === 1 && path.includes('L'))).toHaveLength(2);
  });

  it('draws pale what lies ahead', () => {
    expect(shape.tracks.filter(({ isAhead }) => isAhead)).toHaveLength(2);
  });
});

describe('the map down', () => {
  const shape = layVertically(lines, 320, say);

  it('puts shared stations across the tracks and the rest below each other', () => {
    expect(shape.stations.filter(({ isInterchange }) => isInterchange).every(({ reachX }) => reachX > 0)).toBe(true);
    const rows = shape.stations.map(({ y }) => y);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
    expect(new Set(rows).size).toBe(rows.length);
  });

  it('ends with the station in which all lines meet', () => {
    expect(shape.stations.at(-1)).toMatchObject({ isInterchange: true, state: 'ahead' });
  });
});

describe('station names', () => {
  it('break at Thai words, and are cut where there is no room for all', () => {
    const broken = wrap('ตรวจสอบความครบถ้วนของเอกสารประกอบคำขอ', 90, 'label', 9);
    expect(broken.length).toBeGreaterThan(1);
    expect(broken.join('')).toBe('ตรวจสอบความครบถ้วนของเอกสารประกอบคำขอ');
    expect(wrap('one two three four five six', 40, 'label', 2).at(-1)).toMatch(/…$/);
  });

  it('keep figures with their units and compounds whole, in lines about equally long', () => {
    expect(wrap('Food premises up to 200 m² (notification)', 224, 'group')).not.toContainEqual(expect.stringMatching(/^[²)]|200$/));
    expect(wrap('นัดหมายตรวจสถานที่', 90, 'label')).toEqual(['นัดหมาย', 'ตรวจสถานที่']);
  });
});
