import { describe, expect, it } from 'vitest';
import { compareChineseAmount, parseChineseAmount, toChineseAmount } from './chinese-amount.ts';
import { toMinor } from './money.ts';

/** Each row: the figure, the spelling we emit, and every other legal one. */
const rows: [figure: string, emitted: string, ...others: string[]][] = [
  ['1409.50', '壹仟肆佰零玖元伍角', '壹仟肆佰零玖元伍角整'],
  ['6007.14', '陆仟零柒元壹角肆分'],
  ['1680.32', '壹仟陆佰捌拾元零叁角贰分', '壹仟陆佰捌拾元叁角贰分'],
  ['107000.53', '壹拾万柒仟元零伍角叁分', '壹拾万零柒仟元伍角叁分'],
  ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
  ['325.04', '叁佰贰拾伍元零肆分'],
  ['0.05', '伍分'],
  ['0.50', '伍角', '伍角整'],
  ['0', '零元整', '零圆正'],
  ['100000001', '壹亿零壹元整'],
  ['10010001', '壹仟零壹万零壹元整'],
  ['20003000', '贰仟万零叁仟元整', '贰仟万叁仟元整'],
  ['100100000', '壹亿零壹拾万元整'],
  ['99999.995', '壹拾万元整'],
  ['-113.00', '负壹佰壹拾叁元整', '（负数）壹佰壹拾叁元整', '负壹佰壹拾叁圆整'],
  ['10', '壹拾元整'],
  ['1000000000000', '壹万亿元整'],
  ['10000000200.30', '壹佰亿零贰佰元零叁角'],
];

describe.each(rows)('%s', (figure, emitted, ...others) => {
  const minor = toMinor(figure, 'CNY');

  it('is emitted in one spelling', () => {
    expect(toChineseAmount(minor)).toBe(emitted);
  });

  it.each([emitted, ...others].flatMap((text) => [text, `人民币${text}`, `⊗ ${text.replace('元', '圆')}`]))(
    'is read from %s',
    (text) => {
      expect(parseChineseAmount(text)).toEqual({ minor, zeroDiscrepancy: false });
      expect(compareChineseAmount(text, minor)).toBe('equal');
    },
  );
});

it('reads back whatever it emits', () => {
  let seed = 20260105n;
  for (let round = 0; round < 20_000; round += 1) {
    seed = (seed * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
    const magnitude = 10n ** (seed % 19n);
    const sparse = round % 2 === 0 ? BigInt(String(seed % magnitude).replace(/[3-7]/g, '0')) : seed % magnitude;
    const minor = round % 5 === 0 ? -sparse : sparse;
    const text = toChineseAmount(minor);
    expect(parseChineseAmount(text), text).toEqual({ minor, zeroDiscrepancy: false });
    expect(text).not.toMatch(/零零|零[万亿拾佰仟]/);
  }
});

it('is amber when only a 零 is missing or one too many', () => {
  expect(compareChineseAmount('壹仟肆佰玖元伍角整', 140950n)).toBe('amber');
  expect(compareChineseAmount('壹佰零壹拾叁元整', 11300n)).toBe('amber');
  expect(compareChineseAmount('壹万陆仟肆佰零玖元贰分', 1640902n)).toBe('amber');
  expect(compareChineseAmount('壹佰元零角零分', 10000n)).toBe('amber');
  expect(compareChineseAmount('零元伍分', 5n)).toBe('amber');
});

it('tells another value and an unreadable text', () => {
  expect(compareChineseAmount('壹佰壹拾叁元整', 11400n)).toBe('different');
  expect(compareChineseAmount('壹佰壹拾叁元整', -11300n)).toBe('different');
  for (const text of ['', '元整', '壹佰', '佰元整', '113.00', '壹壹元整', '壹拾佰元整', '伍分壹元', '壹万万元整', '人民币']) {
    expect(compareChineseAmount(text, 0n), text).toBe('unreadable');
  }
});
