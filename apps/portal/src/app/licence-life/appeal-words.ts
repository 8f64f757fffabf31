/** The words of an appeal on a licence's page. */
export const APPEAL_WORDS = {
  title: { th: 'อุทธรณ์คำสั่งนี้', en: 'Appeal against this order' },
  start: { th: 'อุทธรณ์คำสั่งนี้', en: 'Appeal against this order' },
  to: { th: 'ผู้พิจารณาอุทธรณ์:', en: 'The appeal goes to' },
  filed: { th: 'ยื่นอุทธรณ์แล้ว เลขที่', en: 'Appeal filed, no.' },
  follow: { th: 'ติดตามอุทธรณ์ในหน้าของเรื่อง', en: 'Follow the appeal on the page of its case' },
} as const;
