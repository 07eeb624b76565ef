/** What one refusal says; the fields are those of the official schema's `Error`. */
export interface RefusalDetails {
  readonly status: number;
  readonly message: string;
  /** A kind of error, such as `invalid_request_error`. */
  readonly type: string;
  /** The parameter at fault, when one is. */
  readonly param: string | null;
  /** A word for programs, such as `unknown_parameter`. */
  readonly code: string | null;
}

/** Thrown wherever a request turns out not to be acceptable; the app answers it with `errorBody`. */
export class Refusal extends Error {
  readonly details: RefusalDetails;

  constructor(details: RefusalDetails) {
    super(details.message);
    this.name = 'Refusal';
    this.details = details;
  }
}

/** A 400 of the usual type, which most refusals are. */
export function badRequest(code: string | null, param: string | null, message: string): Refusal {
  return new Refusal({ status: 400, type: 'invalid_request_error', code, param, message });
}

/** The JSON body every error has, whatever its status. */
export function errorBody(error: {
  message: string;
  type: string;
  param: string | null;
  code: string | null;
}) {
  const { message, type, param, code } = error;
  return { error: { message, type, param, code } };
}
