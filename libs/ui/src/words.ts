import type { Text } from '@anuyat/licence-kit';

/** The few fixed words of the shell: waiting, trouble, trying again. */
export const UI_WORDS = {
  error: { th: 'ข้อผิดพลาด', en: 'Error' },
  loading: { th: 'กำลังโหลด…', en: 'Loading…' },
  tryAgain: { th: 'ลองอีกครั้ง', en: 'Try again' },
  reference: { th: 'รหัสอ้างอิงเมื่อติดต่อเจ้าหน้าที่', en: 'Reference for the help desk' },
  nothingLost: { th: 'ข้อมูลที่กรอกไว้ยังอยู่ครบ', en: 'Nothing you entered has been lost.' },
  offlineTitle: { th: 'ติดต่อระบบไม่ได้ในขณะนี้', en: 'We cannot reach the portal just now' },
  offlineDetail: {
    th: 'โปรดตรวจสัญญาณอินเทอร์เน็ตแล้วลองอีกครั้ง ถ้ายังไม่ได้ โปรดรอสักครู่',
    en: 'Check your connection and try again. If that does not help, wait a little.',
  },
} satisfies Record<string, Text>;
