import { cleanFileName, extensionOf } from './file-name';

describe('the name of an uploaded paper', () => {
  it.each([
    ['stays as it was', 'floor plan (2).pdf', 'floor plan (2).pdf'],
    ['stays Thai, in one spelling', 'แผนผังร้านนํ้าเเข็ง.PDF', 'แผนผังร้านน้ำแข็ง.pdf'],
    ['loses a path of Unix', '../../etc/passwd.pdf', 'passwd.pdf'],
    ['loses a path of Windows', 'C:\\Users\\me\\plan.png', 'plan.png'],
    ['loses the mark that turns the direction', 'invoice\u202Efdp.exe.pdf', 'invoicefdp.exe.pdf'],
    ['loses control characters and line breaks', 'a\u0000b\r\nSet-Cookie: x.pdf', 'abSet-Cookie_ x.pdf'],
    ['loses invisible letters', 'pl\u200Ban\u2066.jpg', 'plan.jpg'],
    ['is no device', 'CON.pdf', '_CON.pdf'],
    ['is no hidden file', '.pdf', 'pdf'],
    ['is never empty', '', 'document'],
    ['is never empty but for its extension', '\u202E.png', 'png'],
    ['has no dots at its end', 'plan.pdf. . .', 'plan.pdf'],
  ])('%s', (_, given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
    expect(cleanFileName(kept)).toBe(kept);
  });

  it('is cut to a length that every file system takes, and keeps its extension', () => {
    expect(cleanFileName(`${'ก'.repeat(4000)}.jpeg`)).toBe(`${'ก'.repeat(120)}.jpeg`);
    expect([...cleanFileName(`${'😀'.repeat(4000)}.png`)]).toHaveLength(124);
  });

  it('has the extension that stands last', () => {
    expect([extensionOf('a.pdf.exe'), extensionOf('a'), extensionOf('a.PNG'), extensionOf('a.ไทย')]).toEqual(['exe', '', 'png', '']);
  });
});
