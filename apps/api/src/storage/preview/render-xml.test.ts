import { readFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';

import { labels } from '../test/labels.ts';
import { readInvoiceXml } from './read-invoice-xml.ts';
import { renderPreviews } from './render-previews.ts';
import { invoiceToSvg } from './render-xml.ts';

const sample = (name: string) => readFile(new URL(`../test/samples/${name}`, import.meta.url));

describe('reading for display', () => {
  it('CII', async () => {
    const data = readInvoiceXml(await sample('cii_factur-x.xml'));
    expect(data).toMatchObject({
      isCreditNote: false,
      number: 'RE-20201121/508',
      date: '2020-11-21',
      currency: 'EUR',
      seller: { name: 'Bei Spiel GmbH', taxId: 'DE136695976' },
      buyer: { name: 'Theodor Est' },
      net: '496.00',
      tax: '75.04',
      gross: '571.04',
    });
    expect(data.lines).toHaveLength(3);
    expect(data.lines[2]).toMatchObject({
      description: 'Hot air „heiße Luft“ (litres)',
      quantity: '800.0000',
      unit: 'LTR',
      unitPrice: '0.0250',
      net: '20.00',
      rate: '19.00%',
    });
  });

  it('UBL, invoice and credit note', async () => {
    expect(readInvoiceXml(await sample('ubl_invoice.xml'))).toMatchObject({
      isCreditNote: false,
      number: '123456XX',
      currency: 'EUR',
    });
    const note = readInvoiceXml(await sample('ubl_creditnote.xml'));
    expect(note).toMatchObject({ isCreditNote: true, number: 'TOSL108', date: '2009-12-15', currency: 'EUR' });
    expect(note.lines.length).toBeGreaterThan(0);
    expect(note.lines.every((line) => line.description !== '' && line.net !== '')).toBe(true);
  });

  it('数电票', async () => {
    const data = readInvoiceXml(await sample('digital_fapiao.xml'));
    expect(data).toMatchObject({
      number: '24442000000312847561',
      seller: { name: '深圳市华强精密电子有限公司', taxId: '91440300MAA74184MA' },
      gross: '4460.68',
      grossInWords: '肆仟肆佰陆拾元陆角捌分',
      remark: '合同号：HT-2024-0816',
    });
    expect(data.lines.map(({ rate, net }) => [rate, net])).toEqual([
      ['13%', '2710.00'],
      ['13%', '1237.50'],
    ]);
  });

  it('the rate of the tax office, in every shape', () => {
    const rateOf = (rate: string) =>
      readInvoiceXml(
        Buffer.from(
          `<EInvoice><EInvoiceData><IssuItemInformation><TaxRate>${rate}</TaxRate></IssuItemInformation></EInvoiceData></EInvoice>`,
        ),
      ).lines[0]?.rate;
    expect(['0.13', '0.06', '0.1', '0.015', '0.0', '免税', '13%', ''].map(rateOf)).toEqual([
      '13%',
      '6%',
      '10%',
      '1.5%',
      '0%',
      '免税',
      '13%',
      '',
    ]);
  });
});

describe('the standard layout', { timeout: 20_000 }, () => {
  it.each(['cii_factur-x.xml', 'ubl_invoice.xml', 'ubl_creditnote.xml', 'digital_fapiao.xml'])(
    '%s becomes one A4 page',
    async (name) => {
      const sizes: number[][] = [];
      const outcome = await renderPreviews(await sample(name), 'application/xml', {
        labels,
        onPage: ({ width, height }) => void sizes.push([width, height]),
      });
      expect(outcome).toEqual({ state: 'rendered', pages: 1, isRenderedFromData: true });
      expect(sizes).toEqual([[1414, 2000]]);
    },
  );

  it('runs over several pages and shows no text of the file as markup', async () => {
    const data = readInvoiceXml(await sample('digital_fapiao.xml'));
    const lines = Array.from({ length: 30 }, () => data.lines)
      .flat()
      .map((line) => ({ ...line, description: '</path><script>alert(1)</script>' }));
    const pages = [...invoiceToSvg({ ...data, lines }, labels, 500)];
    expect(pages).toHaveLength(3);
    expect(pages.join('')).not.toMatch(/script|<text/);
  });

  it('refuses entities and broken XML', async () => {
    for (const text of ['<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1/">]><Invoice>&x;</Invoice>', '<Invoice>', '<Other/>']) {
      const outcome = await renderPreviews(Buffer.from(text), 'application/xml', { labels, onPage: () => undefined });
      expect(outcome).toMatchObject({ state: 'failed', reason: 'damaged' });
    }
  });
});
