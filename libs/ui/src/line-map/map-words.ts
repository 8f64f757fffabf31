import type { Text } from '@anuyat/licence-kit';

/** What the line map says of its stations. */
export const MAP_WORDS = {
  stationDone: { th: 'เสร็จแล้ว', en: 'done' },
  stationNow: { th: 'ขั้นตอนปัจจุบัน', en: 'now' },
  stationAhead: { th: 'ยังไม่ถึง', en: 'ahead' },
  stationSkipped: { th: 'ไม่ต้องผ่าน', en: 'not needed' },
  stationFailed: { th: 'ไม่ผ่าน', en: 'did not pass' },
  detour: { th: 'ทางแยกชั่วคราว', en: 'detour' },
  interchange: { th: 'จุดเชื่อมต่อ', en: 'interchange' },
  showEnded: { th: 'แสดงเส้นทางที่เสร็จแล้ว', en: 'Show the lines that have ended' },
  lineMap: { th: 'แผนที่เส้นทางคำขอ', en: 'Line map of the steps' },
} satisfies Record<string, Text>;
