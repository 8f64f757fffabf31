import { Letter } from './letter';
import { ProblemView } from './problem-view';
import { QrImage } from './qr-image';
import { render, wordsOf } from './testing/render';

describe('a letter', () => {
  it('carries number, date, subject, addressee and signer', async () => {
    const { element } = await render(Letter, { number: 'กท 1/2569', date: '2026-11-21', from: 'สำนักงานเขตวัฒนา', to: 'คุณสมชาย', subject: 'แจ้งผล', signer: 'ผู้อำนวยการเขต' });
    expect(wordsOf(element)).toBe('เลขที่ กท 1/2569 สำนักงานเขตวัฒนา 21 พฤศจิกายน 2569 เรื่อง แจ้งผล เรียน คุณสมชาย ผู้อำนวยการเขต สำนักงานเขตวัฒนา');
  });
});

describe('a problem', () => {
  const problem = { type: 'about:blank', status: 500, code: 'internal', title: { th: 'ระบบขัดข้อง', en: 'Broken' }, instance: 'req-7' };

  it('says what happened, that nothing was lost, and what to quote; it is read out', async () => {
    const { element } = await render(ProblemView, { problem, isSafe: true });
    expect(wordsOf(element)).toBe('ระบบขัดข้อง ข้อมูลที่กรอกไว้ยังอยู่ครบ รหัสอ้างอิงเมื่อติดต่อเจ้าหน้าที่: req-7');
    expect(element.querySelector('[role=alert]')).not.toBeNull();
  });

  it('offers another try only where one makes sense', async () => {
    const { fixture, element } = await render(ProblemView, { problem, canRetry: true });
    let tries = 0;
    fixture.componentInstance.retry.subscribe(() => tries++);
    element.querySelector('button')?.click();
    expect(tries).toBe(1);
  });
});

describe('a QR code', () => {
  it('is drawn as one path with a name', async () => {
    const { fixture, element } = await render(QrImage, { payload: 'https://anuyat.example.go.th/verify/1', label: 'QR' });
    for (let turn = 0; turn < 50 && !element.querySelector('path'); turn++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await fixture.whenStable();
    }
    expect(element.querySelector('svg')?.getAttribute('aria-label')).toBe('QR');
    expect(element.querySelector('path')?.getAttribute('d')).toMatch(/^M0 0h1v1h-1z/);
  });
});
