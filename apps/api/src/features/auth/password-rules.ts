import { dictionary } from '@zxcvbn-ts/language-common';

import { Problem } from '../../problem.ts';

/** The fifty thousand most used of leaked lists. */
const commonPasswords = new Set(dictionary['passwords-common']);

const shortest = 12;

/** Words of the product and of the person make a long password easy to guess. */
const productWords = ['danku', '单库', 'password', 'passwort', 'qwerty', 'admin'];

/** Throws weak-password for what is short, common, one thing over and over, or made of names an attacker knows. */
export function requireStrongPassword(password: string, path: string, context: readonly string[]): void {
  const fault = faultOf(password.normalize('NFC'), context);
  if (fault !== null) {
    const params = fault === 'too-short' ? { minimum: String(shortest) } : {};
    throw new Problem('weak-password', { errors: [{ path, code: fault, params }] });
  }
}

function faultOf(password: string, context: readonly string[]): 'too-short' | 'too-common' | null {
  if ([...password].length < shortest) {
    return 'too-short';
  }
  const plain = simplify(password);
  const words = [...productWords, ...context.flatMap((text) => text.split(/[@.\s-]+/))].map(simplify).filter((word) => word.length >= 3);
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), plain);
  const isOnlyKnownWords = rest !== plain && rest.replaceAll(/[\d\p{P}\p{S}\s]/gu, '').length < 3;
  const isGuessable = commonPasswords.has(plain) || isCommonTwice(plain) || new Set(plain).size < 5 || isRun(plain) || isOnlyKnownWords;
  return isGuessable ? 'too-common' : null;
}

const spoken = new Map([
  ['0', 'o'],
  ['1', 'l'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['7', 't'],
  ['@', 'a'],
  ['$', 's'],
  ['!', 'i'],
]);

/** P@ssw0rd is password. */
function simplify(text: string): string {
  const lower = text.toLowerCase();
  // Digits alone stay digits: 123456789012 is common as it is.
  return /[a-z]/.test(lower) ? [...lower].map((sign) => spoken.get(sign) ?? sign).join('') : lower;
}

/** A common password repeated, or two in a row. */
function isCommonTwice(plain: string): boolean {
  return Array.from({ length: plain.length - 1 }, (_, at) => at + 1).some(
    (at) => commonPasswords.has(plain.slice(0, at)) && commonPasswords.has(plain.slice(at)),
  );
}

/** abcdefghijkl, 987654321098: every sign follows the one before. */
function isRun(plain: string): boolean {
  const steps = [...plain].slice(1).map((sign, index) => sign.charCodeAt(0) - plain.charCodeAt(index));
  return steps.filter((step) => Math.abs(step) <= 1).length > steps.length * 0.8;
}
