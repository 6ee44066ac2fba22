import { Decimal } from 'decimal.js';

const Exact = Decimal.clone({ precision: 40 });
const places = 13;

/** Works out `12*3.5`, `(1+2)/3`, `-4`: the four operations, brackets and signs, in decimals. Null where it is no such sum. */
export function calculate(text: string): Decimal | null {
  const tokens = text.replace(/\s/g, '').match(/\d+(?:\.\d+)?|\.\d+|[-+*/()]/g) ?? [];
  if (tokens.length === 0 || tokens.join('') !== text.replace(/\s/g, '')) {
    return null;
  }
  const left = [...tokens];
  const result = sum(left);
  return result === null || left.length > 0 || !result.isFinite() ? null : result.toDecimalPlaces(places);
}

function sum(tokens: string[]): Decimal | null {
  let value = product(tokens);
  while (value !== null && (tokens[0] === '+' || tokens[0] === '-')) {
    const isPlus = tokens.shift() === '+';
    const next = product(tokens);
    value = next === null ? null : isPlus ? value.plus(next) : value.minus(next);
  }
  return value;
}

function product(tokens: string[]): Decimal | null {
  let value = single(tokens);
  while (value !== null && (tokens[0] === '*' || tokens[0] === '/')) {
    const isTimes = tokens.shift() === '*';
    const next = single(tokens);
    value = next === null ? null : isTimes ? value.times(next) : value.div(next);
  }
  return value;
}

function single(tokens: string[]): Decimal | null {
  const token = tokens.shift();
  if (token === '-' || token === '+') {
    const value = single(tokens);
    return token === '-' ? (value?.negated() ?? null) : value;
  }
  if (token === '(') {
    const value = sum(tokens);
    return tokens.shift() === ')' ? value : null;
  }
  return token !== undefined && /^[\d.]/.test(token) ? new Exact(token) : null;
}
