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
  const lower = password.toLowerCase();
  const isGuessable = [lower, spokenOut(lower)].some(
    (text) => isCommon(text) || new Set(text).size < 5 || isRun(text) || isOnlyWords(text, context),
  );
  return isGuessable ? 'too-common' : null;
}

/** In the list, two of the list in a row, or one of the list with digits and signs around it. */
function isCommon(text: string): boolean {
  const cuts = Array.from({ length: text.length - 1 }, (_, at) => at + 1);
  const bare = text.replaceAll(/^[\d\p{P}\p{S}]+|[\d\p{P}\p{S}]+$/gu, '');
  return (
    commonPasswords.has(text) ||
    (bare.length >= 4 && commonPasswords.has(bare)) ||
    cuts.some((at) => commonPasswords.has(text.slice(0, at)) && commonPasswords.has(text.slice(at)))
  );
}

/** Nothing but names an attacker knows, with digits and signs. */
function isOnlyWords(text: string, context: readonly string[]): boolean {
  const words = [...productWords, ...context.flatMap((name) => name.toLowerCase().split(/[@.\s-]+/))].filter(
    (word) => [...word].length >= 2,
  );
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), text);
  return rest !== text && rest.replaceAll(/[\d\p{P}\p{S}\s]/gu, '').length < 3;
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

/** p@ssw0rd is password. Digits alone stay digits. */
function spokenOut(lower: string): string {
  return /[a-z]/.test(lower) ? [...lower].map((sign) => spoken.get(sign) ?? sign).join('') : lower;
}

/** abcdefghijkl, 987654321098: every sign follows the one before. */
function isRun(plain: string): boolean {
  const steps = [...plain].slice(1).map((sign, index) => sign.charCodeAt(0) - plain.charCodeAt(index));
  return steps.filter((step) => Math.abs(step) <= 1).length > steps.length * 0.8;
}
