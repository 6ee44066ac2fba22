const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const shape = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

export type CreditCodeFault = 'length' | 'alphabet' | 'check-digit' | 'organisation-check';
export type CreditCodeVerdict = { ok: true; code: string } | { ok: false; reason: CreditCodeFault };

/** Half-width, upper case, without spaces and hyphens. */
export function normaliseCreditCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\-–—]/g, '')
    .toUpperCase();
}

/**
 * Is this a 统一社会信用代码? 18 characters, the check character of GB 32100-2015, and within it the organisation
 * code of GB 11714 at positions 9–17 with its own check character.
 */
export function checkCreditCode(text: string): CreditCodeVerdict {
  const code = normaliseCreditCode(text);
  if (code.length !== 18) {
    return { ok: false, reason: 'length' };
  }
  if (!shape.test(code)) {
    return { ok: false, reason: 'alphabet' };
  }
  if (creditCheckCharacter(code) !== code.charAt(17)) {
    return { ok: false, reason: 'check-digit' };
  }
  if (organisationCheckCharacter(code.slice(8, 16)) !== code.charAt(16)) {
    return { ok: false, reason: 'organisation-check' };
  }
  return { ok: true, code };
}

/** alphabet[(31 − Σ cᵢ·wᵢ mod 31) mod 31] over the first 17 characters (GB 32100-2015). */
export function creditCheckCharacter(code: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(code.charAt(index)), 0);
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** 11 − Σ mod 11 over eight characters, with 10 written X and 11 written 0 (GB 11714). */
export function organisationCheckCharacter(organisation: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, index) => total + weight * organisationAlphabet.indexOf(organisation.charAt(index)),
    0,
  );
  const check = 11 - (sum % 11);
  if (check === 10) {
    return 'X';
  }
  return check === 11 ? '0' : String(check);
}

/** Characters that eyes and OCR take for one another. */
const lookAlikes = ['0ODQ', '8B', '1IL', '2Z', '5S', '6G', 'UV', 'VY', '4A', 'MN', 'XK', '7T', 'PR', 'EF', 'CG'];

/**
 * The one code that a single mistaken character explains, for a suggestion the clerk confirms. Null when the text is
 * already right, or when none or several codes would explain it.
 */
export function repairCreditCode(text: string): string | null {
  const code = normaliseCreditCode(text);
  if (code.length !== 18 || checkCreditCode(code).ok) {
    return null;
  }
  const candidates = new Set<string>();
  Array.from(code).forEach((character, index) => {
    for (const other of lookAlikesOf(character)) {
      const candidate = code.slice(0, index) + other + code.slice(index + 1);
      if (checkCreditCode(candidate).ok) {
        candidates.add(candidate);
      }
    }
  });
  const [only, another] = candidates;
  return another === undefined ? (only ?? null) : null;
}

function lookAlikesOf(character: string): Set<string> {
  const others = lookAlikes.filter((group) => group.includes(character)).join('');
  return new Set(Array.from(others).filter((other) => other !== character));
}

/**
 * A valid code of an enterprise (91) from a six-digit region and eight organisation characters, for synthetic data.
 * RangeError when they are not of that shape.
 */
export function makeCreditCode(region6: string, organisation8: string): string {
  const body = `91${region6}${organisation8}${organisationCheckCharacter(organisation8)}`;
  const code = body + creditCheckCharacter(body);
  if (!checkCreditCode(code).ok) {
    throw new RangeError(`no credit code from region ${region6} and organisation ${organisation8}`);
  }
  return code;
}
