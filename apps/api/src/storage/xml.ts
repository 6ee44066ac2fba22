import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element with its own name and attributes, namespace prefixes taken off; `text` is its own text as written. */
export type XmlElement = { name: string; attributes: Record<string, string>; text: string; children: XmlElement[] };

/** Why text is not read as XML. */
export class XmlRefused extends Error {
  override readonly name = 'XmlRefused';
  readonly reason: 'malformed' | 'doctype';

  constructor(reason: 'malformed' | 'doctype') {
    super(`The XML is refused: ${reason}.`);
    this.reason = reason;
  }
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  trimValues: false,
  maxNestedTags: 100,
});

const encodingDeclaration = /^<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/;

/** Text of XML bytes: by byte order mark, else by declaration, else UTF-8. */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return new TextDecoder('utf-16be').decode(bytes);
  }
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, 200)).trimStart();
  const declared = encodingDeclaration.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared, { fatal: true }).decode(bytes).trimStart();
  } catch {
    throw new XmlRefused('malformed');
  }
}

/**
 * The root element. A document type is refused altogether: no invoice has one, and without it there are no
 * entities to expand and nothing outside to fetch.
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const text = decodeXml(bytes);
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) {
    throw new XmlRefused('doctype');
  }
  if (XMLValidator.validate(text) !== true) {
    throw new XmlRefused('malformed');
  }
  try {
    const root = elementsOf(parser.parse(text))[0];
    if (root !== undefined) {
      return root;
    }
  } catch {
    // Nested deeper than any real file; reported below.
  }
  throw new XmlRefused('malformed');
}

export function childNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The text at the end of a path of names, trimmed, or ''. */
export function textAt(element: XmlElement | undefined, ...path: string[]): string {
  const found = path.reduce<XmlElement | undefined>((at, name) => childNamed(at, name), element);
  return found?.text.trim() ?? '';
}

/** Every element below of this name, in document order. */
export function descendantsNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...descendantsNamed(child, name)]);
}

function elementsOf(nodes: unknown): XmlElement[] {
  return listOf(nodes).flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
    if (name === undefined) {
      return [];
    }
    const text = listOf(node[name]).map((child) => child['#text']);
    return [
      {
        name,
        attributes: attributesOf(node[':@']),
        text: decodeEntities(text.filter((part) => typeof part === 'string').join('')),
        children: elementsOf(node[name]),
      },
    ];
  });
}

function attributesOf(raw: unknown): Record<string, string> {
  return isRecord(raw)
    ? Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, decodeEntities(String(value))]))
    : {};
}

function listOf(nodes: unknown): Record<string, unknown>[] {
  return Array.isArray(nodes) ? nodes.filter(isRecord) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five names of XML and character numbers; anything else stays as it is written. */
function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) {
      return named[String(name).toLowerCase()] ?? whole;
    }
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
