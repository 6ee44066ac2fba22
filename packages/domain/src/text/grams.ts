/** Width, case, spaces and thousands separators do not matter to whoever searches. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/(\d),(?=\d{3})/g, '$1')
    .replaceAll(/[\s*¥$]+/g, '');
}

/** Every run of two characters (code points), each once; a single character stands for itself. Bigrams serve Chinese. */
export function gramsOf(normalised: string): string[] {
  const characters = Array.from(normalised);
  if (characters.length < 2) {
    return characters;
  }
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`))];
}
