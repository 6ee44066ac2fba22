const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What people call a draft before it has numbers: forty random bits of its id, without letters that look like digits. */
export function draftNumberOf(id: string): string {
  let bits = BigInt(`0x${id.replaceAll('-', '').slice(-10)}`);
  let text = '';
  for (let place = 0; place < 8; place += 1) {
    text = alphabet.charAt(Number(bits % 32n)) + text;
    bits /= 32n;
  }
  return `D-${text}`;
}
