import { crc32, deflateRawSync } from 'node:zlib';

type Entry = { name: string; packed: Buffer; size: number; crc?: number };

/** A small zip of texts or bytes, plus entries built by hand that may lie about themselves. */
export function zipOf(files: Record<string, string | Buffer>, ...crafted: Entry[]): Buffer {
  const entries: Entry[] = Object.entries(files).map(([name, content]) => {
    const bytes = Buffer.from(content);
    return { name, packed: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) };
  });
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const entry of [...entries, ...crafted]) {
    const name = Buffer.from(entry.name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x800, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(entry.crc ?? 0, 10);
    facts.writeUInt32LE(entry.packed.length, 14);
    facts.writeUInt32LE(entry.size, 18);
    facts.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    locals.push(Buffer.from('PK\u0003\u0004'), facts, name, entry.packed);
    central.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), facts, place, name);
    at += 30 + name.length + entry.packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length + crafted.length, 4);
  end.writeUInt16LE(entries.length + crafted.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\u0005\u0006'), end]);
}
