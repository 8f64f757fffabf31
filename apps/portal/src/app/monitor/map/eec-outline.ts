import type { Text } from '@anuyat/licence-kit';

/** A province as the map draws it: a sketch of its outline, made for orientation. It is no legal boundary. */
export interface ProvinceOutline {
  code: string;
  title: Text;
  /** Where its name stands. */
  label: [lat: number, lon: number];
  /** Corners as GeoJSON has them, longitude first, the last equal to the first. */
  ring: [lon: number, lat: number][];
}

type Corner = [number, number];

/** The corners of a line cut off twice, so that it runs as a shore does; both ends stay where they are, for lines meet in them. */
function softened(line: Corner[], rounds = 2): Corner[] {
  const [first, last] = [line[0], line.at(-1)];
  if (rounds === 0 || line.length < 3 || !first || !last) return line;
  const between = line.slice(1).flatMap(([x2, y2], at): Corner[] => {
    const [x1, y1] = line[at] ?? [x2, y2];
    return [[0.75 * x1 + 0.25 * x2, 0.75 * y1 + 0.25 * y2], [0.25 * x1 + 0.75 * x2, 0.25 * y1 + 0.75 * y2]];
  });
  return softened([first, ...between.slice(1, -1), last], rounds - 1);
}

/** Borders that two provinces share are written once, so that the drawing has no gaps. */
const CHACHOENGSAO_CHONBURI = softened([
  [100.97, 13.49], [101.06, 13.53], [101.15, 13.47], [101.32, 13.44], [101.47, 13.36], [101.55, 13.27], [101.68, 13.24],
]);
const CHONBURI_RAYONG = softened([
  [101.62, 13.1], [101.55, 13.08], [101.45, 13.1], [101.35, 13.05], [101.25, 13.07], [101.14, 13.08], [101.05, 13.05],
  [101.055, 12.95], [101.06, 12.86], [101.03, 12.78], [101, 12.72], [100.985, 12.645],
]);
const CHONBURI_SHORE = softened([
  [100.97, 13.49], [100.98, 13.36], [100.92, 13.28], [100.92, 13.17], [100.88, 13.08], [100.9, 12.98], [100.87, 12.93],
  [100.86, 12.9], [100.9, 12.82], [100.9, 12.76], [100.87, 12.66], [100.95, 12.59], [100.985, 12.645],
]);
const RAYONG_SHORE = softened([
  [100.985, 12.645], [101.05, 12.675], [101.15, 12.652], [101.27, 12.66], [101.43, 12.62], [101.62, 12.62], [101.7, 12.67], [101.71, 12.7], [101.76, 12.72],
]);
const CHACHOENGSAO_SHORE: Corner[] = [[100.86, 13.48], [100.97, 13.49]];

const reversed = (line: Corner[]): Corner[] => [...line].reverse();

/** The three provinces of the Eastern Economic Corridor. */
export const EEC_OUTLINE: readonly ProvinceOutline[] = [
  {
    code: '24',
    title: { th: 'ฉะเชิงเทรา', en: 'Chachoengsao' },
    label: [13.66, 101.5],
    ring: [
      ...CHACHOENGSAO_CHONBURI,
      ...softened([
        [101.68, 13.24], [101.8, 13.16], [101.93, 13.24], [101.97, 13.38], [101.93, 13.55], [101.8, 13.66], [101.7, 13.75], [101.55, 13.82],
        [101.44, 13.79], [101.32, 13.83], [101.25, 13.93], [101.12, 13.95], [100.99, 13.97], [100.92, 13.86], [100.86, 13.73], [100.89, 13.6], [100.86, 13.48],
      ]),
      ...CHACHOENGSAO_SHORE,
    ],
  },
  {
    code: '20',
    title: { th: 'ชลบุรี', en: 'Chonburi' },
    label: [13.27, 101.27],
    ring: [
      ...reversed(CHACHOENGSAO_CHONBURI), ...CHONBURI_SHORE, ...reversed(CHONBURI_RAYONG), ...softened([[101.62, 13.1], [101.72, 13.13], [101.68, 13.24]]),
    ],
  },
  {
    code: '21',
    title: { th: 'ระยอง', en: 'Rayong' },
    label: [12.88, 101.5],
    ring: [
      ...CHONBURI_RAYONG, ...RAYONG_SHORE, ...softened([[101.76, 12.72], [101.8, 12.85], [101.78, 12.97], [101.7, 13.06], [101.62, 13.1]]),
    ],
  },
];

/** The land around them, so that the gulf is where it is: everything north and east of the shore. */
export const LAND_AROUND: Corner[] = [
  [97, 16], [106, 16], [106, 11], [102.9, 11], [102.9, 11.7], [102.55, 12.1], [102.35, 12.2], [102.25, 12.3], [102.05, 12.5], [101.9, 12.62],
  ...reversed(RAYONG_SHORE), ...reversed(CHONBURI_SHORE), ...reversed(CHACHOENGSAO_SHORE),
  ...softened([[100.86, 13.48], [100.6, 13.51], [100.45, 13.48], [100.25, 13.42], [100.02, 13.38], [99.96, 13.2], [99.95, 12.9], [99.96, 12.6], [99.9, 12.2], [99.6, 11.5], [99.3, 11]]),
  [97, 11], [97, 16],
];

/** South-west and north-east corner of what the map shows. */
export const EEC_BOUNDS: [[number, number], [number, number]] = [[12.52, 100.7], [14.02, 102.05]];
