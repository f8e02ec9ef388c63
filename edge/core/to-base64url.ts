/** Base64url, unpadded, of the bytes that `binary` holds as characters U+0000 to U+00FF. */
export function toBase64url(binary: string): string {
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
