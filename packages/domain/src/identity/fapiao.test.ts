import { describe, expect, it } from 'vitest';
import { fapiaoShape, fapiaoTypes, onlineCheckCode, parseFapiaoQr } from './fapiao.ts';

describe('fapiaoShape', () => {
  it.each([
    [null, '10000000000000000001', 'digital'],
    ['', '10000000000000000001', 'digital'],
    ['0110016051', '80100798', 'coded'],
    ['011001605111', '80100798', 'coded'],
    ['011001605111', '10000000000000000001', null],
    ['', '80100798', null],
    ['01100160511', '80100798', null],
    ['011001605111', '8010079', null],
    ['', '1000000000000000000A', null],
  ])('%s %s is %s', (code, number, shape) => {
    expect(fapiaoShape(code, number)).toBe(shape);
  });
});

describe('parseFapiaoQr', () => {
  const digital = {
    type: '32',
    code: '',
    number: '10000000000000000001',
    amount: 4890n,
    amountIs: 'gross',
    date: '2026-06-02',
    checkCode: '',
    crc: '7014',
  };

  it.each([
    ['as printed', '01,32,,10000000000000000001,48.90,20260602,,7014'],
    ['without the empty code', '01,32,10000000000000000001,48.90,20260602,,7014'],
    ['with full-width commas', '01，32，，10000000000000000001，48.90，20260602，，7014'],
    ['with spaces', ' 01,32, ,10000000000000000001,48.9,20260602,,7014\n'],
  ])('reads 数电票 %s', (_, text) => {
    expect(parseFapiaoQr(text)).toEqual(digital);
  });

  it('reads an electronic one with its code and check code', () => {
    const read = parseFapiaoQr('01,10,011001605111,80100798,64.9,20161018,85342965681116380258,BE2D');
    expect(read).toEqual({
      type: '10',
      code: '011001605111',
      number: '80100798',
      amount: 6490n,
      amountIs: 'net',
      date: '2016-10-18',
      checkCode: '85342965681116380258',
      crc: 'BE2D',
    });
    expect(onlineCheckCode(read?.checkCode ?? '')).toBe('380258');
    expect(fapiaoTypes[read?.type ?? '']).toBe('electronic-ordinary');
  });

  it('reads a red one and one without a crc', () => {
    expect(parseFapiaoQr('01,32,,10000000000000000002,-48.90,20260602')).toMatchObject({ amount: -4890n, crc: '' });
  });

  it.each([
    '',
    'https://example.com/pay?id=1',
    '02,32,,10000000000000000001,48.90,20260602,,7014',
    '01,32,,1000000000000000001,48.90,20260602,,7014',
    '01,32,,10000000000000000001,abc,20260602,,7014',
    '01,32,,10000000000000000001,48.90,20260631,,7014',
    '01,10,,80100798,64.9,20161018,85342965681116380258,BE2D',
    '01,1,011001605111,80100798,64.9,20161018,,BE2D',
  ])('refuses %j', (text) => {
    expect(parseFapiaoQr(text)).toBeNull();
  });
});
