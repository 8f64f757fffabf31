import { judgeAudit } from './judge-audit.mjs';

const now = new Date('2026-11-22');
const report = (severity) => JSON.stringify({ vulnerabilities: { toy: { severity, via: [{ title: 'A toy breaks', url: 'https://github.com/advisories/GHSA-1' }] } } });

describe('what an audit says', () => {
  it('is no failure where nobody answers, and says so', () => {
    for (const nothing of ['', 'not json', '{"message":"405 Method Not Allowed - POST somewhere"}']) {
      const { isOk, lines } = judgeAudit(nothing, [], now);
      expect([isOk, lines.join()]).toEqual([true, expect.stringContaining('Nobody could be asked')]);
      expect(lines.join()).not.toContain('somewhere');
    }
  });

  it('fails for what is grave, and only for that', () => {
    expect(judgeAudit(report('high'), [], now)).toEqual({ isOk: false, lines: ['1 grave findings, 0 of them excused.', '  high: toy: A toy breaks (https://github.com/advisories/GHSA-1)'] });
    expect(judgeAudit(report('critical'), [], now).isOk).toBe(false);
    expect(judgeAudit(report('moderate'), [], now).isOk).toBe(true);
  });

  it('is excused by its own advisory until a day, and not after', () => {
    const excuse = { package: 'toy', advisory: 'GHSA-1', until: '2026-12-24', why: 'not reached' };
    expect(judgeAudit(report('high'), [excuse], now).isOk).toBe(true);
    expect(judgeAudit(report('high'), [{ ...excuse, advisory: 'GHSA-2' }], now).isOk).toBe(false);
    const { isOk, lines } = judgeAudit(report('high'), [{ ...excuse, until: '2026-11-21' }], now);
    expect([isOk, lines.at(-1)]).toEqual([false, '  The exception for toy ended on 2026-11-21.']);
  });
});
