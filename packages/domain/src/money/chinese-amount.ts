const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];
/** Marks a place where the rule lets the writer choose whether to write 零. */
const optionalZero = '?';

/**
 * The amount in 大写, by 支付结算办法 附件一: yuan without fraction end in 整, jiao and fen do not. Where the rule
 * allows several spellings, one is emitted: a single optional 零, at the last place that allows one. Without 人民币.
 */
export function toChineseAmount(minor: bigint): string {
  const template = spell(minor < 0n ? -minor : minor);
  const last = template.lastIndexOf(optionalZero);
  const chosen = last < 0 ? template : `${template.slice(0, last)}零${template.slice(last + 1)}`;
  return (minor < 0n ? '负' : '') + chosen.replaceAll(optionalZero, '');
}

/**
 * Reads 大写 in any legal spelling (圆/元, 整/正 or neither, 人民币 or ¥ in front, 负 or （负数） for red papers).
 * `zeroDiscrepancy` says that the value is clear but a 零 is missing or one too many. Null when it is no amount.
 */
export function parseChineseAmount(text: string): { minor: bigint; zeroDiscrepancy: boolean } | null {
  const { negative, body } = normalise(text);
  const minor = valueOf(body);
  if (minor === null || withoutZeros(body) !== withoutZeros(spell(minor))) {
    return null;
  }
  const legal = new RegExp(`^${spell(minor).replaceAll(optionalZero, '零?').replace(/整$/, '')}$`);
  return { minor: negative ? -minor : minor, zeroDiscrepancy: !legal.test(body) };
}

/** Compares 大写 with the figure: by value; a missing or extra 零 is amber, never a block. */
export function compareChineseAmount(text: string, minor: bigint): 'equal' | 'amber' | 'different' | 'unreadable' {
  const read = parseChineseAmount(text);
  if (read === null) {
    return 'unreadable';
  }
  if (read.minor !== minor) {
    return 'different';
  }
  return read.zeroDiscrepancy ? 'amber' : 'equal';
}

function spell(minor: bigint): string {
  const yuan = minor / 100n;
  const jiao = Number((minor / 10n) % 10n);
  const fen = Number(minor % 10n);
  if (jiao === 0 && fen === 0) {
    return `${yuan === 0n ? '零' : spellInteger(yuan)}元整`;
  }
  const fraction = (jiao > 0 ? `${digits.charAt(jiao)}角` : '') + (fen > 0 ? `${digits.charAt(fen)}分` : '');
  if (yuan === 0n) {
    return fraction;
  }
  const optional = yuan % 10n === 0n ? optionalZero : '';
  return `${spellInteger(yuan)}元${jiao === 0 ? '零' : optional}${fraction}`;
}

function spellInteger(value: bigint): string {
  if (value >= 100_000_000n) {
    return join(value, 100_000_000n, '亿');
  }
  return value >= 10_000n ? join(value, 10_000n, '万') : spellSection(Number(value));
}

/** High part, its unit, and the low part with a 零 where the low part's first digit is 0 (must) or the high part's last is (may). */
function join(value: bigint, unit: bigint, word: string): string {
  const high = value / unit;
  const low = value % unit;
  if (low === 0n) {
    return spellInteger(high) + word;
  }
  const optional = high % 10n === 0n ? optionalZero : '';
  return spellInteger(high) + word + (low < unit / 10n ? '零' : optional) + spellInteger(low);
}

function spellSection(value: number): string {
  return Array.from(String(value))
    .map((digit, index, all) => (digit === '0' ? '零' : digits.charAt(Number(digit)) + (places[all.length - 1 - index] ?? '')))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '');
}

const variants: Readonly<Record<string, string>> = {
  圆: '元',
  圓: '元',
  正: '整',
  萬: '万',
  億: '亿',
  〇: '零',
  '○': '零',
  壱: '壹',
  貳: '贰',
  貮: '贰',
  參: '叁',
  陸: '陆',
};

function normalise(text: string): { negative: boolean; body: string } {
  const bare = Array.from(text.normalize('NFKC').replace(/[\s:¥⊗×x]|\(大写\)|人民币/g, ''))
    .map((c) => variants[c] ?? c)
    .join('');
  const sign = /^(负|\(负数\))/.exec(bare);
  const body = bare
    .slice(sign?.[0].length ?? 0)
    .replace(/整$/, '')
    .replace(/零角/, '零')
    .replace(/零分$/, '')
    .replace(/^零元(?=.)/, '零');
  return { negative: sign !== null, body };
}

function withoutZeros(text: string): string {
  return text.replace(/[零?]|整$/g, '');
}

/** Adds up the characters without judging their order; the caller compares with the right spelling of the sum. */
function valueOf(body: string): bigint | null {
  let total = 0n;
  let section = 0n;
  let digit = 0n;
  let minor = 0n;
  for (const character of body) {
    const value = digits.indexOf(character);
    const place = places.indexOf(character);
    if (value >= 0) {
      digit = BigInt(value);
    } else if (place > 0) {
      section += digit * 10n ** BigInt(place);
      digit = 0n;
    } else if (character === '万') {
      total += (section + digit) * 10_000n;
      section = digit = 0n;
    } else if (character === '亿') {
      total = (total + section + digit) * 100_000_000n;
      section = digit = 0n;
    } else if (character === '元') {
      minor = (total + section + digit) * 100n;
      digit = 0n;
    } else if (character === '角' || character === '分') {
      minor += digit * (character === '角' ? 10n : 1n);
      digit = 0n;
    } else {
      return null;
    }
  }
  return /[元角分]/.test(body) && (minor > 0n || body.startsWith('零')) ? minor : null;
}
