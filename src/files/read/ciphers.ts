/** Ciphers and hashes for encrypted workbooks, loaded when the first one comes: most files need none. */
import type { cbc as Cbc, ecb as Ecb } from "@noble/ciphers/aes";

export interface Ciphers {
  readonly cbc: typeof Cbc;
  readonly ecb: typeof Ecb;
  readonly md5: Hash;
  readonly sha1: Hash;
  /** By the name that files use, `SHA512`. */
  readonly hashes: Readonly<Record<string, Hash>>;
}

export type Hash = (bytes: Uint8Array) => Uint8Array;

export async function loadCiphers(): Promise<Ciphers> {
  const [{ cbc, ecb }, { md5, sha1 }, { sha256, sha384, sha512 }] = await Promise.all([
    import("@noble/ciphers/aes"),
    import("@noble/hashes/legacy"),
    import("@noble/hashes/sha2"),
  ]);
  return { cbc, ecb, md5, sha1, hashes: { SHA1: sha1, SHA256: sha256, SHA384: sha384, SHA512: sha512 } };
}
