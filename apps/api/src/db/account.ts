/** Who is signed in, before any organisation. `sessionId` is null for a token. */
export interface Account {
  id: string;
  email: string;
  name: string;
  locale: string;
  preferences: Record<string, unknown>;
  sessionId: string | null;
}
