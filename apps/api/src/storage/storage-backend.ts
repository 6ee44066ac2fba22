/** Where encrypted objects lie. Names are slash-separated paths made by the file store, never by people. */
export type StorageBackend = {
  /** Streams into a temporary object, durable when this resolves; leaves nothing behind when it fails. */
  writeTemporary(source: AsyncIterable<Uint8Array>): Promise<string>;
  /** Moves a temporary object to its name, durably. */
  publish(temporary: string, name: string): Promise<void>;
  discardTemporary(temporary: string): Promise<void>;
  /** Undefined where there is no such object. */
  read(name: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  has(name: string): Promise<boolean>;
  /** Removing what is not there is no error. */
  remove(name: string): Promise<void>;
  /** All names that begin with the prefix, which is a whole folder or a folder and the beginning of a file name. */
  list(prefix: string): AsyncIterable<string>;
  /** Removes temporary objects older than this that a crash left behind; answers how many. */
  sweepTemporary(olderThanMilliseconds: number): Promise<number>;
};
