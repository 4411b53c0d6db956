import type { Argument } from "./arguments";
import { clientName } from "./names";
import { HostError, invalidArgument, NOT_IMPLEMENTED } from "./errors";
import { Members, type EngineHost } from "./members";
import {
  ActionType,
  PathType,
  type Action,
  type ActionResult,
  type ArgumentInfo,
  type Json,
  type ObjectPath,
  type ReferencedPath,
  type RequestBody,
  type ResponseBody,
} from "./messages";
import { identityOf, query } from "./query";
import { ServerObject } from "./server-object";

/** What an `…OrNullObject` path that leads nowhere resolves to; every path below it does too. */
const NULL_OBJECT = Symbol("null object");
type Resolved = ServerObject | typeof NULL_OBJECT;

/** Runs request bodies against the objects of a host. Knows nothing of Excel. */
export class ProtocolEngine {
  private readonly members: Members;
  private readonly kept = new Map<string, ServerObject>();
  private lastReference = 0;

  constructor(private readonly host: EngineHost) {
    this.members = new Members(host);
  }

  /** Objects that the add-in holds beyond its batches; grows where an add-in forgets to untrack. */
  get keptReferences(): number {
    return this.kept.size;
  }

  /**
   * Runs the actions in order. Batches are no transactions: what ran before the failing action stays, and its
   * results are delivered.
   * https://learn.microsoft.com/office/dev/add-ins/develop/application-specific-api-model#sync
   * @param stopAfter Ends with an error after so many actions: the switch for a sync that fails half way.
   */
  execute(body: RequestBody, stopAfter = Infinity, stopCode = "GeneralException"): ResponseBody {
    const batch = new Batch(body, this.host, this.members, this.kept);
    const results: ActionResult[] = [];
    const traceIds: number[] = [];
    for (const [index, action] of body.Actions.entries()) {
      try {
        if (index >= stopAfter) throw new HostError(stopCode, "The sync was made to fail half way.");
        if (action.ActionType === ActionType.trace) traceIds.push(action.Id);
        results.push({ ActionId: action.Id, Value: this.run(batch, action) });
      } catch (error) {
        const Error = toResponseError(error, index, body);
        return { Error, Results: results, TraceIds: traceIds };
      }
    }
    return { Results: results, TraceIds: traceIds };
  }

  private run(batch: Batch, action: Action): Json {
    if (action.ActionType === ActionType.trace) return null;
    const object = batch.resolve(action.ObjectPathId);
    if (object === NULL_OBJECT) {
      if (action.ActionType !== ActionType.setProperty) return null;
      throw invalidArgument("a property of a null object cannot be set");
    }
    const name = clientName(action.Name ?? "");
    switch (action.ActionType) {
      case ActionType.instantiate:
        return identityOf(this.members, object);
      case ActionType.query:
        return query(this.members, object, action.QueryInfo ?? {});
      case ActionType.setProperty:
        this.members.write(object, name, batch.data(action.ArgumentInfo, 0));
        return null;
      case ActionType.update:
        for (const [key, value] of Object.entries(action.ObjectState ?? {}))
          this.members.write(object, key, value);
        return null;
      case ActionType.method:
        return this.invoke(batch, object, name, action.ArgumentInfo);
      default:
        throw new HostError(NOT_IMPLEMENTED, `Action type ${action.ActionType} is not implemented.`);
    }
  }

  private invoke(batch: Batch, object: ServerObject, name: string, info: ArgumentInfo | undefined): Json {
    if (name === "_KeepReference") {
      object.referenceId ??= `ref${++this.lastReference}`;
      this.kept.set(object.referenceId, object);
      return null;
    }
    if (name === "_RemoveReference") {
      this.kept.delete(String(batch.data(info, 0)));
      return null;
    }
    const result = this.members.call(object, name, batch.arguments(info));
    return result instanceof ServerObject || result === undefined ? null : result;
  }
}

/** Resolves the object paths of one request, each at most once: a path like `add()` must not run twice. */
class Batch {
  private readonly resolved = new Map<number, Resolved>();

  constructor(
    private readonly body: RequestBody,
    private readonly host: EngineHost,
    private readonly members: Members,
    private readonly kept: ReadonlyMap<string, ServerObject>,
  ) {}

  resolve(id: number): Resolved {
    let object = this.resolved.get(id);
    if (object === undefined) {
      const path = this.body.ObjectPaths[id];
      if (!path) throw new HostError("InvalidObjectPath", `The object path ${id} is unknown.`);
      object = this.follow(path);
      this.resolved.set(id, object);
    }
    return object;
  }

  arguments(info: ArgumentInfo | undefined): Argument[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, i) => this.argument(value, references[i] ?? 0));
  }

  data(info: ArgumentInfo | undefined, index: number): Json {
    return info?.Arguments?.[index] ?? null;
  }

  private follow(path: ObjectPath): Resolved {
    switch (path.ObjectPathType) {
      case PathType.root:
        return this.host.root();
      case PathType.nullObject:
        return NULL_OBJECT;
      case PathType.reference:
        return this.keptObject(path.Name);
      case PathType.newObject:
        return this.newObject(path.Name);
      default:
        return this.followFrom(this.resolve(path.ParentObjectPathId ?? 0), path);
    }
  }

  private followFrom(parent: Resolved, path: ObjectPath): Resolved {
    if (parent === NULL_OBJECT) return NULL_OBJECT;
    const name = clientName(path.Name);
    if (path.ObjectPathType === PathType.property) return this.members.navigate(parent, name);
    const method = path.ObjectPathType === PathType.indexer ? "getItem" : name;
    const result = this.members.call(parent, method, this.arguments(path.ArgumentInfo));
    if (result === null || result === undefined) return NULL_OBJECT;
    if (result instanceof ServerObject) return result;
    throw this.members.notImplemented(parent, method, "as an object");
  }

  private keptObject(reference: string): ServerObject {
    const object = this.kept.get(reference);
    if (object) return object;
    throw new HostError("InvalidReference", "This reference is not valid for the current operation.");
  }

  private newObject(typeName: string): ServerObject {
    const object = this.host.createTopLevel(typeName);
    if (object) return object;
    this.host.unimplemented.add(`new ${typeName}`);
    throw new HostError(NOT_IMPLEMENTED, `The simulated Excel does not implement new ${typeName}.`);
  }

  /** Puts objects in the place of their path ids, which are beside the arguments or inside plain objects. */
  private argument(value: Json, reference: ReferencedPath): Argument {
    if (typeof reference === "number" && reference > 0) {
      const object = this.resolve(reference);
      return object === NULL_OBJECT ? null : object;
    }
    if (Array.isArray(value)) {
      return value.map((item: Json, i) =>
        this.argument(item, typeof reference === "number" ? 0 : (reference[i] ?? 0)),
      );
    }
    if (value === null || typeof value !== "object") return value;
    const path = "_ObjectPathId" in value ? value["_ObjectPathId"] : undefined;
    if (typeof path === "number") return this.argument(null, path);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.argument(item, 0)]));
  }
}

function toResponseError(error: unknown, index: number, body: RequestBody): ResponseBody["Error"] {
  const path = body.ObjectPaths[body.Actions[index]?.ObjectPathId ?? -1];
  const known = error instanceof HostError;
  if (!known && !(error instanceof Error)) throw error;
  return {
    Code: known ? error.code : "GeneralException",
    // A fault of the simulation itself must be findable: the stack travels in the message.
    Message: known ? error.message : `The simulated Excel has a fault: ${error.stack ?? error.message}`,
    Location: (known ? error.location : undefined) ?? path?.Name ?? null,
    ActionIndex: index,
    HttpStatusCode: null,
  };
}
