import { randomFillSync } from 'node:crypto';

const random = new Uint8Array(10);
let lastTime = 0;
let counter = 0;

/** A UUIDv7: time-ordered, and within one process strictly increasing. `at` dates the rows of a history that is told later. */
export function uuid7(at: Date = new Date()): string {
  randomFillSync(random);
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes.set(random, 6);
  bytes.writeUInt16BE(0x7000 | nextCounter(at.getTime()), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Twelve bits that grow within a millisecond; what comes after 4,095 in one millisecond is unique, though no longer ordered. */
function nextCounter(time: number): number {
  counter = time === lastTime ? (counter + 1) & 0xfff : 0;
  lastTime = time;
  return counter;
}
