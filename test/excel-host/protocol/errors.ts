/**
 * An error that Excel would send to the add-in. Codes and most messages are in
 * https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** `Worksheet.getRange`; filled in by the engine where the thrower does not know it. */
    public location?: string,
  ) {
    super(message);
  }
}

/** The code of everything that this simulation does not know: a test can never pass on it by accident. */
export const NOT_IMPLEMENTED = "SimulatedHostNotImplemented";

export function invalidArgument(detail: string): HostError {
  return new HostError(
    "InvalidArgument",
    `The argument is invalid or missing or has an incorrect format. (${detail})`,
  );
}

export function itemNotFound(): HostError {
  return new HostError("ItemNotFound", "The requested resource doesn't exist.");
}

export function itemAlreadyExists(): HostError {
  return new HostError("ItemAlreadyExists", "The resource being created already exists.");
}

export function accessDenied(): HostError {
  return new HostError("AccessDenied", "You cannot perform the requested operation.");
}

export function invalidOperation(detail: string): HostError {
  return new HostError("InvalidOperation", `The operation attempted is invalid on the object. (${detail})`);
}

export function apiNotFound(member: string, api: string): HostError {
  return new HostError(
    "ApiNotFound",
    `The API ${member} (${api}) could not be found. It may be available in a newer version of Excel.`,
  );
}
