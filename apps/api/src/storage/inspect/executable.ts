const magics = [
  'MZ',
  '\x7fELF',
  '\xfe\xed\xfa\xce',
  '\xfe\xed\xfa\xcf',
  '\xce\xfa\xed\xfe',
  '\xcf\xfa\xed\xfe',
  '\xca\xfe\xba\xbe',
  '#!',
  'X5O!P%@AP',
];
const extensions = /\.(exe|dll|scr|com|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|jar|lnk|app|sh)$/i;

/** Begins like a program of Windows, Linux, macOS or Java, a script with an interpreter line, or the EICAR test file. */
export function looksExecutable(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 16)).toString('latin1');
  return magics.some((magic) => start.startsWith(magic));
}

/** A name that some system would run when it is opened. */
export function isExecutableName(name: string): boolean {
  return extensions.test(name.trim());
}
