/** What a model costs, in US dollars: by picture, or by a million tokens of each kind. */
export interface ModelPrice {
  readonly model: string;
  /** A flat price for each picture. */
  readonly perPicture?: number;
  /** Prices by a million tokens. */
  readonly perMillion?: TokenPrices;
}

export interface TokenPrices {
  readonly textInput: number;
  readonly imageInput: number;
  readonly imageOutput: number;
  readonly textOutput: number;
}
