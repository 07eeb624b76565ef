/** Tokens a server booked for a request; every number may be missing. */
export interface Usage {
  readonly totalTokens?: number;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  readonly inputTextTokens?: number;
  readonly inputImageTokens?: number;
  readonly outputTextTokens?: number;
  readonly outputImageTokens?: number;
}

/** What the server says it used where the person left the choice to it. */
export interface ActualParameters {
  readonly size?: string;
  readonly quality?: string;
  readonly background?: string;
  readonly outputFormat?: string;
}

/** What is kept of a reply besides its pictures. */
export interface ReplySummary {
  readonly actual: ActualParameters;
  /** Absent when the server did not tell: the cost is unknown then, not zero. */
  readonly usage?: Usage;
  readonly requestId?: string;
}

/** One picture of a reply: its bytes, or the address they are at. */
export interface ReplyPicture {
  readonly source:
    | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
    | { readonly kind: 'address'; readonly address: string };
  readonly revisedPrompt?: string;
}

/** A reply after parsing: at least one picture, in the server's order. */
export interface ImageReply extends ReplySummary {
  readonly pictures: readonly ReplyPicture[];
}
