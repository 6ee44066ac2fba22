import { translator } from '@danku/words/translate.ts';
import { zhCn } from '@danku/words/zh-cn.ts';
import { describe, expect, it } from 'vitest';
import type { Payload } from './event-facts.ts';
import { changesOf, factsOf, verdictsOf } from './event-facts.ts';

const t = translator('zh-CN', zhCn);
const person = '00000000-0000-7000-8000-000000000001';
const said = (payload: Payload) =>
  factsOf(payload, { t, language: 'zh-CN', names: { [person]: '赵敏' } }).map(({ label, value }) => `${label} ${value}`);

describe('what an event says', () => {
  it('begins with the move, and says codes by their words', () => {
    expect(
      said({
        from: 'entry',
        to: 'review',
        version: 2,
        policy: 'dual-blind',
        managerLast: false,
        warnings: ['seller-not-own'],
        sopVersionId: null,
      }),
    ).toEqual(['环节 待录入 → 待复核', '版本 2', '复核方式 双人盲审', '提示 销售方不是本单位']);
  });

  it('names people by their ids, and leaves out ids it has no name for', () => {
    expect(said({ fromMemberId: '00000000-0000-7000-8000-000000000009', toMemberId: person, reason: '休假' })).toEqual([
      '转给 赵敏',
      '理由 休假',
    ]);
  });

  it('tells every check and what it came to', () => {
    expect(said({ checks: { 'virus-scan': 'not-run' } })).toEqual(['病毒扫描 未执行']);
  });

  it('shows each change by its place, and what is hidden as hidden', () => {
    const changes = [
      { path: '/lines/1/quantity', before: null, after: '20' },
      { path: '/fields/number', before: '•••', after: '•••' },
      { path: '/xRegion', before: ['a', 'b'], after: {} },
    ];
    expect(changesOf({ changes }, t, { xRegion: '区域' })).toEqual([
      { path: '/lines/1/quantity', label: '第 2 行 · 数量', before: null, after: '20' },
      { path: '/fields/number', label: '号码', before: '（不可见）', after: '（不可见）' },
      { path: '/xRegion', label: '区域', before: 'a, b', after: '' },
    ]);
  });

  it('says what a reviewer found', () => {
    expect(
      verdictsOf(
        { verdicts: [{ path: '/fields/grossTotal', errorClass: 'digits-swapped', suggested: '5091.22', comment: null }] },
        t,
      ),
    ).toEqual(['价税合计 · 数字颠倒 · 5091.22']);
  });
});
