const api = 'apps/api/src';
const proofs = `${api}/test/proofs`;

export type Promised = {
  id: string;
  words: string;
  /** Test files; of those that prove several promises, the tests whose names begin with `id:` or stand in such a group. */
  files: string[];
};

/** What Danku promises of isolation, sessions, input and durability, and which tests prove it. */
export const promises: Promised[] = [
  {
    id: 'S1',
    words: 'every table keeps organisations apart, and the check finds planted faults',
    files: [`${proofs}/catalogue.test.ts`],
  },
  { id: 'S2', words: 'the application’s role cannot get past the policies', files: [`${proofs}/bypass.test.ts`] },
  {
    id: 'S3',
    words: 'no organisation named, nothing seen; of another, nothing seen or done',
    files: [`${proofs}/tenants-apart.test.ts`, `${api}/db/tenant.test.ts`],
  },
  {
    id: 'S4',
    words: 'every endpoint × role × sort of id answers as the rules say',
    files: [`${proofs}/idor.test.ts`, `${proofs}/idor-bodies.test.ts`, `${api}/routes.test.ts`],
  },
  { id: 'S5', words: 'interleaved work of two organisations never leaks', files: [`${proofs}/interleaving.test.ts`] },
  { id: 'S6', words: 'no key that the contract does not name is taken', files: [`${proofs}/mass-assignment.test.ts`] },
  {
    id: 'S7',
    words: 'four eyes, also by statement',
    files: [`${api}/features/documents/database-word.test.ts`, `${api}/features/documents/dual-blind.test.ts`],
  },
  { id: 'S8–S9', words: 'one winner of every race, no lost update', files: [`${api}/features/documents/races.test.ts`] },
  { id: 'S10', words: 'a repeated call is done once', files: [`${api}/http/mount.test.ts`] },
  {
    id: 'S12, S14',
    words: 'passwords are hashed dearly, and hashing starves nobody',
    files: [`${api}/features/auth/password-hash.test.ts`, `${api}/features/auth/password-rules.test.ts`],
  },
  {
    id: 'S13',
    words: 'guessing is stopped, and tells nothing',
    files: [`${proofs}/every-route.test.ts`, `${api}/features/auth/sign-in.test.ts`],
  },
  {
    id: 'S15',
    words: 'sessions end when they should',
    files: [`${api}/features/auth/account.test.ts`, `${api}/features/auth/links.test.ts`],
  },
  {
    id: 'S16',
    words: 'headers and cookie flags on every endpoint',
    files: [`${proofs}/every-route.test.ts`, `${api}/http/headers.test.ts`],
  },
  { id: 'S17', words: 'nothing changes by what another site sends', files: [`${proofs}/every-route.test.ts`] },
  {
    id: 'S20',
    words: 'hostile bodies are refused, never failed',
    files: [`${proofs}/hostile-json.test.ts`, `${api}/routes-hostile.test.ts`],
  },
  {
    id: 'S21',
    words: 'hostile forms leave no file and no handle',
    files: [`${proofs}/multipart.test.ts`, `${api}/http/upload.test.ts`],
  },
  { id: 'S22', words: 'a file is what its bytes are, under a name of our own', files: [`${proofs}/file-contents.test.ts`] },
  { id: 'S30', words: 'stored scripts come back as data', files: [`${proofs}/stored-script.test.ts`] },
  {
    id: 'S31',
    words: 'no clear text on the disk or in a row; every change of a stored byte is noticed',
    files: [`${proofs}/file-contents.test.ts`, `${api}/storage/file-store-tampering.test.ts`],
  },
  { id: 'R1', words: 'kill -9 loses nothing acknowledged and leaves nothing half', files: [`${proofs}/kill.test.ts`] },
];

/** Programs that a Linux distribution has and npm has not; where they are missing, what they would try is not tried. */
export const tools = [
  { id: 'S13', program: 'hydra', words: 'a thousand guesses by hydra' },
  { id: 'S14', program: 'wrk', words: 'reads under a flood of sign-ins, by wrk' },
  { id: 'S19', program: 'sqlmap', words: 'injection into every parameter, by sqlmap' },
] as const;
