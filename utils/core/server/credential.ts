/** What names a person's account to one server, bound to the origin it was entered for. */
export interface Credential {
  readonly key?: string;
  /** Extra headers by name; their values may be secrets. */
  readonly headers?: Readonly<Record<string, string>>;
}
