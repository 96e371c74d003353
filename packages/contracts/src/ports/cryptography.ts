/** What pure code needs of cryptography; the runtime package implements it. */
export interface Cryptography {
  /** SHA-256 of UTF-8 text, lower-case hexadecimal. */
  sha256(text: string): string;
  /** HMAC-SHA-256 of UTF-8 text, lower-case hexadecimal. */
  hmac(key: string, text: string): string;
  /** Whether `signature` (base64url) is the Ed25519 signature of `text` by the key in PEM. */
  verifyEd25519(publicKey: string, text: string, signature: string): boolean;
}
