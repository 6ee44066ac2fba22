import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

import { labels } from '../test/labels.ts';
import { zipOf } from '../test/zip-of.ts';
import { pathData } from './ofd/ofd-objects.ts';
import { locate } from './ofd/ofd-package.ts';
import { stepsOf } from './ofd/ofd-text.ts';
import { drawSeal, ofdToSvg, renderOfd } from './render-ofd.ts';
import { renderPreviews } from './render-previews.ts';

const sample = (name: string) => readFile(new URL(`../test/samples/${name}`, import.meta.url));

async function svgsOf(bytes: Buffer): Promise<string[]> {
  const svgs: string[] = [];
  for await (const svg of ofdToSvg(bytes, 500, drawSeal)) {
    svgs.push(svg);
  }
  return svgs;
}

/** A one-page OFD whose page holds these objects. */
function ofdOf(objects: string, more: Record<string, string | Buffer> = {}): Buffer {
  return zipOf({
    'OFD.xml': '<ofd:OFD><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
    'Doc_0/Document.xml':
      '<Document><CommonData><PageArea><PhysicalBox>0 0 100 50</PhysicalBox></PageArea><PublicRes>Res.xml</PublicRes></CommonData><Pages><Page ID="1" BaseLoc="Page.xml"/></Pages></Document>',
    'Doc_0/Page.xml': `<Page><Content><Layer>${objects}</Layer></Content></Page>`,
    ...more,
  });
}

/** Shares of dark pixels in columns of the picture: where something was drawn. */
async function inkOf(bytes: Buffer): Promise<number[]> {
  const { value } = await renderOfd(bytes, { pages: 1, pixels: 1e8 }).next();
  const { data, info } = await sharp(value?.webp).greyscale().raw().toBuffer({ resolveWithObject: true });
  return Array.from({ length: 10 }, (_, column) => {
    let dark = 0;
    for (let at = 0; at < data.length; at += 1) {
      const isHere = Math.floor(((at % info.width) / info.width) * 10) === column;
      dark += isHere && (data[at] ?? 255) < 128 ? 1 : 0;
    }
    return dark / (data.length / 10);
  });
}

describe('real OFD files', { timeout: 20_000 }, () => {
  it.each([
    ['ofd_invoice_999.ofd', 5, 200],
    ['ofd_chinese_dir.ofd', 1, 20],
    ['ofd_namespace_no_std.ofd', 1, 20],
  ])('%s: every page, with its signs as outlines', async (name, pages, signs) => {
    const svgs = await svgsOf(await sample(name));
    expect(svgs).toHaveLength(pages);
    for (const svg of svgs) {
      expect(svg.split('<use ').length).toBeGreaterThan(signs);
      expect(svg).not.toMatch(/<text|<script|<style|<foreignObject|href="(?!#|data:image\/png)|url\(/);
    }
  });

  it('show the seal of a signature where it is put', async () => {
    const [first = '', second] = await svgsOf(await sample('ofd_invoice_999.ofd'));
    expect(first).toMatch(/<svg x="90" y="8" width="30" height="20" viewBox="0 0 30 20"><image href="data:image\/png/);
    expect(second).not.toContain('<image');
  });

  it('go through the child and say that they are drawn from data', async () => {
    const sizes: number[][] = [];
    const outcome = await renderPreviews(await sample('ofd_invoice_999.ofd'), 'application/ofd', {
      labels,
      onPage: ({ width, height }) => void sizes.push([width, height]),
    });
    expect(outcome).toEqual({ state: 'rendered', pages: 5, isRenderedFromData: true });
    expect(sizes[0]).toEqual([2000, 1333]);
  });
});

describe('objects', () => {
  it('text stands where its steps put it', async () => {
    const ink = await inkOf(
      ofdOf('<TextObject Boundary="0 20 100 10" Size="8"><TextCode X="1" Y="8" DeltaX="50">单库</TextCode></TextObject>'),
    );
    expect(ink.map((share) => share > 0)).toEqual([true, false, false, false, false, true, false, false, false, false]);
  });

  it('paths are filled and stroked as told', async () => {
    const ink = await inkOf(
      ofdOf(
        '<PathObject Boundary="30 0 10 50" Fill="true" Stroke="false"><AbbreviatedData>M 0 0 L 10 0 L 10 50 L 0 50 C</AbbreviatedData></PathObject>',
      ),
    );
    expect(ink.map((share) => Math.round(share))).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
  });

  it('pictures fill their boundary, and templates lie below', async () => {
    const black = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'black' } })
      .png()
      .toBuffer();
    const ink = await inkOf(
      ofdOf('<ImageObject ResourceID="7" Boundary="50 0 10 50"/>', {
        'Doc_0/Res.xml':
          '<Res BaseLoc="Res"><MultiMedias><MultiMedia ID="7"><MediaFile>a.png</MediaFile></MultiMedia></MultiMedias></Res>',
        'Doc_0/Res/a.png': black,
      }),
    );
    expect(ink.map((share) => Math.round(share))).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  });

  it('values that would break out of an attribute are dropped', async () => {
    const evil = '&quot;/&gt;&lt;script&gt;alert(1)&lt;/script&gt;';
    const [svg] = await svgsOf(
      ofdOf(
        `<TextObject Boundary="0 0 ${evil} 1" CTM="${evil}" Font="${evil}" Size="${evil}"><FillColor Value="${evil}"/><TextCode X="${evil}" Y="${evil}" DeltaX="g ${evil}">${evil}</TextCode></TextObject>` +
          `<PathObject Boundary="0 0 1 1" LineWidth="${evil}" DashPattern="${evil}" Rule="${evil}" Alpha="${evil}"><AbbreviatedData>M 0 0 ${evil}</AbbreviatedData></PathObject>`,
      ),
    );
    expect(svg).not.toContain('script');
  });
});

describe('what is read leniently', () => {
  it('steps', () => {
    expect(stepsOf('g 3 1.5 -2 7')).toEqual([1.5, 1.5, 1.5, -2, 7]);
    expect(stepsOf(undefined)).toEqual([]);
    expect(stepsOf('g 999999999 1').length).toBeLessThanOrEqual(100_000);
  });

  it('paths up to the first thing unknown', () => {
    expect(pathData('M 1 2 L 3 4 B 1 1 2 2 3 3 C X 1')).toBe('M1 2 L3 4 C1 1 2 2 3 3 Z');
  });

  it('locations stay inside the package', () => {
    expect(locate('Doc_0/Document.xml', 'Pages/Page_0/Content.xml')).toBe('Doc_0/Pages/Page_0/Content.xml');
    expect(locate('Doc_0/Document.xml', '/Doc_0/Res.xml')).toBe('Doc_0/Res.xml');
    expect(locate('Doc_0/Document.xml', '../../../etc/passwd')).toBe('etc/passwd');
  });
});

describe('hostile OFD', { timeout: 30_000 }, () => {
  const entities = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Page>&x;</Page>';
  const laughs = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><Page>&b;</Page>';
  const bomb = deflateRawSync(Buffer.alloc(300_000_000));
  const loop =
    '<Res><CompositeGraphicUnits><CompositeGraphicUnit ID="1"><Content><CompositeObject ResourceID="1"/><CompositeObject ResourceID="1"/></Content></CompositeGraphicUnit></CompositeGraphicUnits></Res>';

  it.each<[string, Buffer, string]>([
    ['an outside entity', ofdOf('', { 'Doc_0/Page.xml': entities }), 'damaged'],
    ['a billion laughs', ofdOf('', { 'Doc_0/Page.xml': laughs }), 'damaged'],
    ['a bomb', zipOf({ 'OFD.xml': '<a/>' }, { name: 'big', packed: bomb, size: 300_000_000 }), 'too-large'],
    ['a bomb that lies about its size', zipOf({}, { name: 'OFD.xml', packed: bomb, size: 100 }), 'damaged'],
    [
      'a page that is missing',
      zipOf({ 'OFD.xml': '<OFD><DocBody><DocRoot>../../etc/passwd</DocRoot></DocBody></OFD>' }),
      'damaged',
    ],
    ['a zip cut off', ofdOf('').subarray(0, -30), 'damaged'],
  ])('%s is refused', async (_, bytes, reason) => {
    const outcome = await renderPreviews(bytes, 'application/ofd', { labels, onPage: () => undefined });
    expect(outcome).toMatchObject({ state: 'failed', reason });
  });

  it('a composite inside itself comes to an end', async () => {
    const outcome = await renderPreviews(
      ofdOf('<CompositeObject ResourceID="1"/>', { 'Doc_0/Res.xml': loop }),
      'application/ofd',
      { labels, onPage: () => undefined },
    );
    expect(outcome.pages).toBe(1);
  });
});
