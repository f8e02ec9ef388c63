/** HMAC-SHA-256 under one key over a text's UTF-8, at once: a promise costs more than the hashing. Gives 32 bytes. */
export type Mac = (text: string) => Uint8Array;

export type CreateMac = (key: Uint8Array) => Mac;
