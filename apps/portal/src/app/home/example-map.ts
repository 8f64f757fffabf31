import type { LineMap, StationState, StationView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';

const WORDS = {
  group: { th: 'ร้านอาหาร 120 ที่นั่ง', en: 'A restaurant with 120 seats' },
  submitted: { th: 'ยื่นเรื่อง', en: 'Submitted' },
  checked: { th: 'เอกสารครบ', en: 'Papers complete' },
  question: { th: 'ถามเพิ่ม', en: 'A question' },
  inspected: { th: 'ตรวจสถานที่', en: 'Inspection' },
  approved: { th: 'อนุมัติ', en: 'Approved' },
  received: { th: 'รับแจ้ง', en: 'Noted' },
  measured: { th: 'วัดป้าย', en: 'Sign measured' },
  open: { th: 'เปิดร้าน', en: 'Open' },
} satisfies Record<string, Text>;

/** The picture on the first page: three offices at work on one submission. Only an illustration, and said to be one. */
export const exampleMap: LineMap = {
  lines: [
    line(1, { th: 'สาธารณสุขเขต', en: 'Public health' }, { th: 'ใบอนุญาตสถานที่จำหน่ายอาหาร', en: 'Food premises licence' }, [
      station('submitted', 'done'), station('checked', 'done', 'health'), station('inspected', 'now', 'health'), station('approved', 'ahead', 'health'), station('open', 'ahead', '', 'end'),
    ]),
    line(2, { th: 'สรรพสามิต', en: 'Excise' }, { th: 'ใบอนุญาตขายสุรา', en: 'Liquor licence' }, [
      station('submitted', 'done'), station('checked', 'done', 'excise'), station('question', 'done', 'excise', 'detour'), station('approved', 'now', 'excise'), station('open', 'ahead', '', 'end'),
    ]),
    line(3, { th: 'ฝ่ายรายได้', en: 'Revenue' }, { th: 'ภาษีป้าย', en: 'Signboard tax' }, [
      station('submitted', 'done'), station('received', 'done', 'revenue'), station('measured', 'done', 'revenue'), station('open', 'ahead', '', 'end'),
    ]),
  ],
};

function line(colour: number, title: Text, subtitle: Text, stations: StationView[]): LineMap['lines'][number] {
  return { id: title.en, title, subtitle, colour: colour - 1, group: 'example', groupTitle: WORDS.group, stations };
}

function station(word: keyof typeof WORDS, state: StationState, lane = '', kind: StationView['kind'] = 'main'): StationView {
  return { id: lane ? `${lane}.${word}` : word, title: WORDS[word], state, kind };
}
