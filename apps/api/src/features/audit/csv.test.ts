import { describe, expect, it } from 'vitest';

import { csvLine } from './csv.ts';

describe('a line of CSV', () => {
  it('quotes everything and doubles quotes', () => {
    expect(csvLine(['a', null, 'say "hi", then\nleave'])).toBe('"a","","say ""hi"", then\nleave"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠A'])('makes text of %j', (text) => {
    expect(csvLine([text])).toBe(`"'${text}"\r\n`);
  });

  it('leaves other text as it is', () => {
    expect(csvLine(['1-1', "o'clock", '{"a":"=1"}'])).toBe(`"1-1","o'clock","{""a"":""=1""}"\r\n`);
  });
});
