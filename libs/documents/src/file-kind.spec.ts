import { findKind } from './file-kind';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fcffff3f030005fe02fea7569a0d0000000049454e44ae426082', 'hex');
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

describe('the kind of an uploaded file', () => {
  it.each([
    ['plan.pdf', pdf, 'application/pdf'],
    ['plan.PDF', pdf, 'application/pdf'],
    ['photo.jpg', jpeg, 'image/jpeg'],
    ['photo.jpeg', jpeg, 'image/jpeg'],
    ['photo.png', png, 'image/png'],
  ])('is what content and name say together: %s', async (name, content, kind) => {
    expect(await findKind(content, name)).toBe(kind);
  });

  it.each([
    ['a picture named as a paper', 'plan.pdf', png],
    ['a program named as a paper', 'plan.pdf', Buffer.from('MZ\x90\x00'.padEnd(200, '\0'), 'latin1')],
    ['a page named as a picture', 'photo.png', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a drawing with scripts', 'photo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
    ['a page in front of a paper', 'plan.pdf', Buffer.concat([Buffer.from('<html>'.repeat(100)), pdf])],
    ['an archive named as a paper', 'plan.pdf', Buffer.from('504b0304140000000800', 'hex')],
    ['a paper named as a program', 'plan.exe', pdf],
    ['a paper without an extension', 'plan', pdf],
    ['nothing', 'plan.pdf', Buffer.alloc(0)],
    ['a single byte', 'photo.jpg', Buffer.from([0xff])],
  ])('is not told of %s', async (_, name, content) => {
    expect(await findKind(content, name)).toBeUndefined();
  });
});
